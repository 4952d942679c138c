import type { QueryRunner } from 'typeorm';

const agency = `agency_id = nullif(current_setting('app.agency_id', true), '')::uuid`;
const merchant = `nullif(current_setting('app.merchant_id', true), '')`;

/**
 * What a merchant's login may see of a table:
 * `fenced` its own rows (the table has `merchant_id`), `self` the row whose id it is, `closed` nothing,
 * `readable` every row of the agency, without writing.
 */
export type MerchantFence = 'fenced' | 'self' | 'closed' | 'readable';

const conditions: Record<MerchantFence, string> = {
  fenced: `${agency} and (${merchant} is null or merchant_id = ${merchant}::uuid)`,
  self: `${agency} and (${merchant} is null or id = ${merchant}::uuid)`,
  closed: `${agency} and ${merchant} is null`,
  readable: agency,
};

export interface Protection {
  readonly fence: MerchantFence;
  /** Privileges of the application's role; none by default anywhere. */
  readonly app: string;
}

/**
 * Makes a table a tenant table: row-level security on and forced, one policy for the application,
 * one for the owner (else backfills would touch 0 rows without an error), and the grants it needs.
 * Call it in the migration that creates the table; a table without it turns the catalogue sweep red.
 */
export async function protect(
  runner: QueryRunner,
  table: string,
  { fence, app }: Protection,
): Promise<void> {
  const using = conditions[fence];
  const check = fence === 'readable' ? conditions.closed : using;
  await runner.query(`
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy owner on ${table} to current_user using (true) with check (true);
    grant ${app} on ${table} to tb_app;
  `);
  if (fence === 'readable') {
    await runner.query(`
      create policy tenant_read on ${table} for select to tb_app using (${using});
      create policy tenant_insert on ${table} for insert to tb_app with check (${check});
      create policy tenant_update on ${table} for update to tb_app using (${check}) with check (${check});
      create policy tenant_delete on ${table} for delete to tb_app using (${check});
    `);
  } else {
    await runner.query(
      `create policy tenant on ${table} to tb_app using (${using}) with check (${check});`,
    );
  }
}

/** Lets a role with one power read some columns of every tenant's rows: ids and times, never content. */
export async function openColumns(
  runner: QueryRunner,
  table: string,
  { to: role, columns }: { to: 'tb_sweeper' | 'tb_door'; columns: readonly string[] },
): Promise<void> {
  await runner.query(`
    grant select (${columns.join(', ')}) on ${table} to ${role};
    create policy ${role} on ${table} for select to ${role} using (true);
  `);
}
