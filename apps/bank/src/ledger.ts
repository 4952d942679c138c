import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

const schema = `
  create table if not exists merchant (id text primary key, name text not null);
  create table if not exists webshop (
    id text primary key, merchant_id text not null references merchant (id), name text not null,
    poi_id integer not null, environment text not null, webhook_url text, brands text not null
  );
  create unique index if not exists webshop_poi on webshop (poi_id, environment);
  create table if not exists key_pair (
    id text primary key, webshop_id text not null references webshop (id),
    refresh_token text not null unique, signing_key text not null,
    issued_at integer not null, expires_at integer not null, ends_at integer
  );
  create table if not exists access_token (
    token text primary key, webshop_id text not null, expires_at integer not null
  );
  create table if not exists payment_order (
    id text primary key, webshop_id text not null references webshop (id),
    merchant_order_id text not null, amount integer not null, currency text not null,
    return_url text not null, language text not null, description text, brand text, brand_force text,
    skip_result integer not null, page_token text not null unique, announced_at integer not null,
    status text not null, status_at integer not null, notified_at integer, handed_out_at integer
  );
  create index if not exists order_waiting on payment_order (webshop_id, status_at)
    where handed_out_at is null and status <> 'IN_PROGRESS';
  create index if not exists order_open on payment_order (announced_at) where status = 'IN_PROGRESS';
  create table if not exists payment (
    id text primary key, order_id text not null references payment_order (id), brand text not null,
    status text not null, amount integer not null, confirmed integer,
    started_at integer not null, updated_at integer not null
  );
  create index if not exists payment_of_order on payment (order_id);
  create table if not exists refund (
    id text primary key, webshop_id text not null, payment_id text not null references payment (id),
    request_id text, asked text not null, amount integer not null, brand text not null,
    outcome text not null, transaction_id text not null,
    created_at integer not null, settles_at integer not null
  );
  create unique index if not exists refund_once on refund (webshop_id, payment_id, request_id);
  create index if not exists refund_of_payment on refund (payment_id);
  create table if not exists notification (
    id text primary key, webshop_id text not null, key_pair_id text not null, token text not null unique,
    expires_at integer not null, sent_at integer not null, answer text
  );
  create table if not exists hand_out (
    id text primary key, webshop_id text not null, token text not null, version integer not null,
    digest text, orders text not null, more integer not null, at integer not null, complete integer not null
  );
  create table if not exists misdeed (
    id integer primary key, webshop_id text, call text not null, kind text not null,
    value integer, left_over integer not null
  );
  create table if not exists setting (name text primary key, value text not null);
`;

/** The bank's memory: one SQLite file, so that it outlives restarts and shares no database with what it tests. */
export class Ledger {
  private readonly db: DatabaseSync;

  /** `:memory:` forgets everything at the end of the process. */
  constructor(file: string) {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    this.db = new DatabaseSync(file);
    // A ledger for development: it must survive the process, not the machine.
    this.db.exec(
      'pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; pragma busy_timeout = 2000',
    );
    this.db.exec(schema);
  }

  rows<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.db.prepare(sql).all(...values) as Row[];
  }

  row<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.db.prepare(sql).get(...values) as Row | undefined;
  }

  /** Number of rows changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.db.prepare(sql).run(...values).changes);
  }

  /** All of it or nothing. The work must not wait for anything. */
  atOnce<T>(work: () => T): T {
    this.db.exec('begin immediate');
    try {
      const result = work();
      this.db.exec('commit');
      return result;
    } catch (error) {
      this.db.exec('rollback');
      throw error;
    }
  }

  close(): void {
    this.db.close();
  }
}
