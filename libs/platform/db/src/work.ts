import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Scope } from './scope';
import { Tx } from './tx';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const inWork = new AsyncLocalStorage<true>();

/** No tenant at all: such a transaction reaches the directory tables and nothing else. */
const nobody: Scope = { agencyId: '', actor: { kind: 'system', name: 'directory' } };

/**
 * The only maker of a `Tx`. Opens a transaction, tells the database which tenant (and which merchant)
 * it is for, and checks that COMMIT committed. Work inside work is refused: it would take a second
 * connection while holding the first, which hangs once the pool is used up.
 */
@Injectable()
export class Work {
  constructor(private readonly dataSource: DataSource) {}

  /** Reads and writes. Everything in it happens or nothing does. */
  run<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.open('begin', scope, work);
  }

  /** Reads only: the database refuses a write. */
  read<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.open('begin read only', scope, work);
  }

  /** Before the tenant is known. Sees no row of any tenant; for the directory tables. */
  directory<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.open('begin', nobody, work);
  }

  private async open<T>(begin: string, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (inWork.getStore()) throw new Error('Work inside work: finish the outer one first.');
    const settings = settingsOf(scope);
    const runner = this.dataSource.createQueryRunner('master');
    const client = (await runner.connect()) as PoolClient;
    let broken: unknown;
    try {
      await client.query(`${begin}; ${settings}`);
      markOpen(runner);
      const result = await inWork.run(true, () => work(new Tx(scope, runner.manager, client)));
      await commit(client);
      return result;
    } catch (error) {
      await client.query('rollback').catch((cause: unknown) => (broken = cause));
      throw error;
    } finally {
      markClosed(runner);
      // A connection that can't even roll back must not go back to the pool with a tenant set on it.
      if (broken) client.release(broken as Error);
      else await runner.release();
    }
  }
}

/** `SET LOCAL` takes no parameters, so the ids are checked before they become SQL text. */
function settingsOf(scope: Scope): string {
  return [
    `set local app.agency_id = '${checked(scope.agencyId)}'`,
    `set local app.merchant_id = '${checked(scope.merchantId ?? '')}'`,
  ].join('; ');
}

function checked(id: string): string {
  if (id !== '' && !uuid.test(id)) throw new Error('A scope holds an id that is not a UUID.');
  return id;
}

/** A swallowed SQL error turns COMMIT into a silent ROLLBACK; the tag of the answer tells. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit');
  if (command !== 'COMMIT') {
    throw new Error('The transaction was rolled back: an error inside it was swallowed.');
  }
}

/** TypeORM must know that a transaction is open, or its own statements would try to begin one. */
function markOpen(runner: QueryRunner): void {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
}

function markClosed(runner: QueryRunner): void {
  Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
}
