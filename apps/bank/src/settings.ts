import * as z from 'zod';
import type { Ledger } from './ledger';

/** When a handed-out page counts as taken. */
export const HandOutMode = z.enum(['repeat', 'once', 'once-ack']);
export type HandOutMode = z.infer<typeof HandOutMode>;

const minute = 60_000;

/** What can be turned on a running bank. Times in milliseconds of the bank's own clock. */
export const Settings = z.strictObject({
  mode: HandOutMode.default('repeat'),
  clockOffsetMs: z.int().default(0),
  repeatMs: z.int().min(100).default(minute),
  giveUpMs: z.int().default(24 * 60 * minute),
  orderLifeMs: z.int().default(30 * minute),
  accessTokenMs: z
    .int()
    .max(2 ** 31 - 1)
    .default(60 * minute),
  notificationTokenMs: z.int().default(10 * minute),
  refreshTokenMs: z.int().default(2 * 365 * 24 * 60 * minute),
  /** Whether new refresh tokens hold the moment they expire: nobody has written down that they do. */
  refreshTokenTellsExpiry: z.boolean().default(true),
  /** From asking to the money being with the shopper: two days on average. */
  refundMs: z
    .int()
    .min(0)
    .default(2 * 24 * 60 * minute),
  timestampSkewMs: z.int().default(24 * 60 * minute),
});
export type Settings = z.infer<typeof Settings>;

/** The settings in the ledger, and the clock that they move. */
export class Dials {
  private current: Settings;

  constructor(private readonly ledger: Ledger) {
    const rows = ledger.rows<{ name: string; value: string }>('select name, value from setting');
    this.current = Settings.parse(
      Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)])),
    );
  }

  get(): Settings {
    return this.current;
  }

  /** Milliseconds since the epoch by the bank's clock; advancing it moves nobody else's. */
  now(): number {
    return Date.now() + this.current.clockOffsetMs;
  }

  turn(changes: Partial<Settings>): Settings {
    const before = this.current;
    const after = Settings.parse({ ...before, ...changes });
    const names = Object.keys(after) as (keyof Settings)[];
    for (const name of names.filter((n) => after[n] !== before[n])) {
      this.ledger.run(
        'insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
        name,
        JSON.stringify(after[name]),
      );
    }
    this.current = after;
    return this.current;
  }
}
