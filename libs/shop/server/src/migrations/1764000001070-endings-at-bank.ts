import { newId } from '@toonbank/primitives';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Ending {
  readonly agency_id: string;
  readonly id: string;
  readonly merchant_id: string;
  readonly ends_at: Date;
  readonly ending_set_at: Date;
}

/**
 * The last day of a webshop as a person said that it stands at the bank, by whom and when. Of the
 * ends that there are nobody could say so: each is told to the list of tasks, as a new one is.
 */
export class EndingsAtBank1764000001070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table webshop
        add column bank_ends_on date,
        add column bank_end_said_at timestamptz,
        add column bank_end_said_by uuid,
        add check (bank_end_said_at is not null or num_nonnulls(bank_ends_on, bank_end_said_by) = 0);
      grant update (bank_ends_on, bank_end_said_at, bank_end_said_by) on webshop to tb_app;
    `);
    await this.mustSeeAll(runner);
    const endings = (await runner.query(`
      select agency_id, id, merchant_id, ends_at, ending_set_at from webshop
      where ends_on is not null order by id
    `)) as Ending[];
    await this.tell(runner, endings);
  }

  /** What was told stays told. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table webshop
        drop column bank_end_said_by, drop column bank_end_said_at, drop column bank_ends_on;
    `);
  }

  private async tell(runner: QueryRunner, endings: readonly Ending[]): Promise<void> {
    const events = endings.map(({ agency_id, id: webshop_id, merchant_id, ...times }) => ({
      ...{ agency_id, id: newId(), merchant_id, webshop_id },
      payload: {
        ...{ key: `webshop-ending:${webshop_id}`, isOver: false },
        waiting: {
          ...{ kind: 'webshop-ending', subjectId: webshop_id, on: 'merchant' },
          ...{ right: 'webshops:end', since: times.ending_set_at.toISOString() },
          ...{ dueAt: times.ends_at.toISOString(), facts: { does: 'end' } },
        },
      },
    }));
    await runner.query(
      `insert into outbox_event
         (agency_id, id, merchant_id, webshop_id, type, payload, created_at, due_at)
       select agency_id, id, merchant_id, webshop_id, 'wait.told', payload, now(), now()
       from jsonb_to_recordset($1) as told
         (agency_id uuid, id uuid, merchant_id uuid, webshop_id uuid, payload jsonb)`,
      [JSON.stringify(events)],
    );
  }

  /** Under forced policies who may see nothing finds no ends, without an error. */
  private async mustSeeAll(runner: QueryRunner): Promise<void> {
    const [seen] = (await runner.query(`
      select not row_security_active('webshop') or exists (
        select from pg_policy p, unnest(p.polroles) as role
        where p.polrelid = 'webshop'::regclass and p.polname = 'owner'
          and pg_has_role(role, 'usage')) as all
    `)) as { all: boolean }[];
    if (!seen?.all)
      throw new Error('Not every webshop that ends is seen, so that it gets its task.');
  }
}
