import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Language } from './words';

/** One sale, as the shop keeps it: what and how much, and nothing about who. */
export interface Sale {
  /** The shop's own order number. */
  readonly number: string;
  /** The cart as `writeCart` writes it. */
  readonly cart: string;
  readonly cents: number;
  readonly brand: string | null;
  /** In which the shopper buys: part of what is announced, so it stays the same. */
  readonly language: Language;
  /** Toonbank's id; null until the order was announced. */
  readonly orderId: string | null;
  /** What a genuine return said; the truth is asked of Toonbank. */
  readonly returned: string | null;
}

type NewSale = Omit<Sale, 'orderId' | 'returned'>;

const keptDays = 30;
const schema = `
  create table if not exists sale (
    number text primary key, cart text not null, cents integer not null, brand text,
    language text not null, order_id text, returned text, made_at integer not null
  )`;

/** The shop's own books, in one SQLite file. */
export class Sales {
  private readonly db: DatabaseSync;

  /** `:memory:` forgets everything at the end of the process. */
  constructor(file: string, now: number) {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    this.db = new DatabaseSync(file);
    this.db.exec(`pragma journal_mode = wal; ${schema};`);
    const oldest = now - keptDays * 24 * 3_600_000;
    this.db.prepare('delete from sale where made_at < ?').run(oldest);
  }

  /**
   * The sale under this number: the one that is there already, whatever is asked now, else this one.
   * That makes a second click, and a form sent again later, the same sale.
   */
  begin({ number, cart, cents, brand, language }: NewSale, now: number): Sale {
    this.db
      .prepare(
        `insert into sale (number, cart, cents, brand, language, made_at) values (?, ?, ?, ?, ?, ?)
         on conflict (number) do nothing`,
      )
      .run(number, cart, cents, brand, language, now);
    return this.find(number)!;
  }

  announced(number: string, orderId: string): void {
    this.db.prepare('update sale set order_id = ? where number = ?').run(orderId, number);
  }

  returned(number: string, status: string): void {
    this.db.prepare('update sale set returned = ? where number = ?').run(status, number);
  }

  find(number: string): Sale | undefined {
    const row = this.db
      .prepare(
        `select number, cart, cents, brand, language, order_id as "orderId", returned from sale
         where number = ?`,
      )
      .get(number);
    return row && ({ ...row } as unknown as Sale);
  }

  close(): void {
    this.db.close();
  }
}
