import type {
  EntityManager,
  EntityTarget,
  ObjectLiteral,
  QueryDeepPartialEntity,
  SelectQueryBuilder,
  UpdateQueryBuilder,
} from 'typeorm';
import type { PoolClient } from 'pg';
import { type Copy, copyOut, type CopyReader } from './copy-out';
import type { Scope } from './scope';

/**
 * An open transaction of one tenant; the first argument of every repository method. Only `Work` makes
 * one. Reads and updates that start here carry the tenant already, so no query can forget it;
 * row-level security stands behind them all the same.
 */
export class Tx {
  constructor(
    readonly scope: Scope,
    private readonly manager: EntityManager,
    private readonly client: PoolClient,
  ) {}

  /** A select on one table, narrowed to the scope. Add conditions with `andWhere`, never `where`. */
  from<T extends ObjectLiteral>(entity: EntityTarget<T>, alias: string): SelectQueryBuilder<T> {
    const query = this.manager.createQueryBuilder(entity, alias);
    for (const [field, value] of this.narrowings(entity)) {
      query.andWhere(`${alias}.${field} = :scope_${field}`, { [`scope_${field}`]: value });
    }
    return query;
  }

  /** One INSERT for all rows; no SELECT before it, as `save` would do. */
  async insert<T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    rows: QueryDeepPartialEntity<T> | QueryDeepPartialEntity<T>[],
  ): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(rows)
      .updateEntity(false)
      .execute();
  }

  /** An update narrowed to the scope. Add conditions with `andWhere`, never `where`. */
  update<T extends ObjectLiteral>(entity: EntityTarget<T>): UpdateQueryBuilder<T> {
    const query = this.manager.createQueryBuilder().update(entity);
    for (const [field, value] of this.narrowings(entity)) {
      query.andWhere(`${this.column(entity, field)} = :scope_${field}`, {
        [`scope_${field}`]: value,
      });
    }
    return query;
  }

  /**
   * Plain SQL, for statements over arrays and for locks. The text must name `agency_id` itself, with
   * `tx.scope.agencyId` as parameter: the policy alone does not carry an index for a merchant.
   */
  async sql<Row extends object>(text: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(text, parameters)).rows;
  }

  /**
   * Copies what a select finds out of the database as fast as it can be read, in flat memory, under
   * the same policies as every read. The text must name `agency_id` itself. When the reader breaks
   * off, the server is told to stop, and this throws what the reader threw.
   */
  async copyOut(copy: Copy, into: CopyReader): Promise<void> {
    // One process of the server for one copy: who reads pages meanwhile needs the others. Where an
    // index has the order it is followed, so that the first row comes at once: a sort would write all
    // rows to disk before.
    const [backend] = await this.sql<{ pid: number }>(
      `select pg_backend_pid() as pid, set_config('timezone', $1, true),
         set_config('max_parallel_workers_per_gather', '0', true),
         set_config('enable_sort', 'off', true)`,
      [copy.zone],
    );
    await copyOut(this.client, copy, async (rows) => {
      try {
        await into(rows);
      } catch (error) {
        // On a connection of its own: this one is busy sending.
        await this.manager.connection.query('select pg_cancel_backend($1)', [backend!.pid]);
        throw error;
      }
    });
  }

  /** The scope as conditions, as far as this table has the columns for them. */
  private narrowings<T extends ObjectLiteral>(entity: EntityTarget<T>): [string, string][] {
    const { agencyId, merchantId, place } = this.scope;
    const has = (field: string) => this.metadata(entity).findColumnWithPropertyName(field);
    const wanted: [string, string | undefined][] = [
      ['agencyId', agencyId],
      ['merchantId', merchantId],
      ['webshopId', place?.webshopId],
      ['environment', place?.environment],
    ];
    return wanted.filter((pair): pair is [string, string] => !!pair[1] && !!has(pair[0]));
  }

  private column<T extends ObjectLiteral>(entity: EntityTarget<T>, field: string): string {
    return this.metadata(entity).findColumnWithPropertyName(field)!.databaseName;
  }

  private metadata<T extends ObjectLiteral>(entity: EntityTarget<T>) {
    return this.manager.connection.getMetadata(entity);
  }
}
