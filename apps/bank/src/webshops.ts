import { randomUUID } from 'node:crypto';
import type { Ledger } from './ledger';
import type { KeyPairRow, WebshopRow } from './rows';
import type { Dials } from './settings';
import { newSigningKey, newToken } from './tokens';

const firstPoi = 10_001;
const usualBrands = ['IDEAL', 'VISA', 'MASTERCARD', 'MAESTRO', 'V_PAY', 'BANCONTACT', 'PAYPAL'];
/** Known to the bank, and not contracted yet. */
const otherBrands = ['APPLE_PAY', 'BILLINK'];

export interface NewWebshop {
  readonly merchantId: string;
  readonly name: string;
  readonly environment: 'sandbox' | 'production';
  readonly poiId?: number | undefined;
  readonly webhookUrl?: string | undefined;
}

/** Merchants, their webshops and the keys of these. */
export class Webshops {
  constructor(
    private readonly ledger: Ledger,
    private readonly dials: Dials,
  ) {}

  addMerchant(name: string): { id: string; name: string } {
    const id = randomUUID();
    this.ledger.run('insert into merchant (id, name) values (?, ?)', id, name);
    return { id, name };
  }

  merchants(): { id: string; name: string }[] {
    return this.ledger.rows('select id, name from merchant order by name');
  }

  add(webshop: NewWebshop): WebshopRow & { pair: KeyPairRow } {
    return this.ledger.atOnce(() => {
      const id = randomUUID();
      const last = this.ledger.row<{ poi: number | null }>(
        'select max(poi_id) as poi from webshop',
      );
      const poiId = webshop.poiId ?? Math.max(firstPoi, (last?.poi ?? 0) + 1);
      const brands = Object.fromEntries([
        ...usualBrands.map((brand) => [brand, 'Active']),
        ...otherBrands.map((brand) => [brand, 'Inactive']),
      ]);
      this.ledger.run(
        `insert into webshop (id, merchant_id, name, poi_id, environment, webhook_url, brands)
         values (?, ?, ?, ?, ?, ?, ?)`,
        ...[id, webshop.merchantId, webshop.name, poiId, webshop.environment],
        ...[webshop.webhookUrl ?? null, JSON.stringify(brands)],
      );
      return { ...this.get(id)!, pair: this.issue(id) };
    });
  }

  get(id: string): WebshopRow | undefined {
    return this.ledger.row<WebshopRow>('select * from webshop where id = ?', id);
  }

  list(): WebshopRow[] {
    return this.ledger.rows<WebshopRow>('select * from webshop order by name, environment');
  }

  change(id: string, changes: { webhookUrl?: string | null; brands?: object }): void {
    const { webhookUrl, brands } = changes;
    if (webhookUrl !== undefined) {
      this.ledger.run('update webshop set webhook_url = ? where id = ?', webhookUrl, id);
    }
    if (brands) {
      const merged = { ...JSON.parse(this.get(id)!.brands), ...brands };
      this.ledger.run('update webshop set brands = ? where id = ?', JSON.stringify(merged), id);
    }
  }

  isActive(webshop: WebshopRow, brand: string): boolean {
    const brands = JSON.parse(webshop.brands) as Record<string, string>;
    return brands[brand] === 'Active';
  }

  /** A new pair; the ones before it end at once, or after so many hours. */
  renew(webshopId: string, overlapHours: number): KeyPairRow {
    const ends = this.dials.now() + overlapHours * 3_600_000;
    return this.ledger.atOnce(() => {
      this.ledger.run(
        'update key_pair set ends_at = ? where webshop_id = ? and (ends_at is null or ends_at > ?)',
        ...[ends, webshopId, ends],
      );
      return this.issue(webshopId);
    });
  }

  /** Pairs that count now, newest first. */
  activePairs(webshopId: string): KeyPairRow[] {
    const now = this.dials.now();
    return this.ledger.rows<KeyPairRow>(
      `select * from key_pair where webshop_id = ? and (ends_at is null or ends_at > ?)
       order by issued_at desc, rowid desc`,
      ...[webshopId, now],
    );
  }

  pair(id: string): KeyPairRow | undefined {
    return this.ledger.row<KeyPairRow>('select * from key_pair where id = ?', id);
  }

  /** The webshop of a refresh token that counts now. */
  byRefreshToken(token: string): WebshopRow | undefined {
    const now = this.dials.now();
    return this.ledger.row<WebshopRow>(
      `select w.* from webshop w join key_pair k on k.webshop_id = w.id
       where k.refresh_token = ? and k.expires_at > ? and (k.ends_at is null or k.ends_at > ?)`,
      ...[token, now, now],
    );
  }

  newAccessToken(webshopId: string): { token: string; expiresAt: number } {
    const expiresAt = this.dials.now() + this.dials.get().accessTokenMs;
    const token = newToken('GKL', expiresAt);
    this.ledger.run('delete from access_token where expires_at < ?', this.dials.now());
    this.ledger.run(
      'insert into access_token (token, webshop_id, expires_at) values (?, ?, ?)',
      ...[token, webshopId, expiresAt],
    );
    return { token, expiresAt };
  }

  byAccessToken(token: string): WebshopRow | undefined {
    return this.ledger.row<WebshopRow>(
      `select w.* from webshop w join access_token a on a.webshop_id = w.id
       where a.token = ? and a.expires_at > ?`,
      ...[token, this.dials.now()],
    );
  }

  private issue(webshopId: string): KeyPairRow {
    const id = randomUUID();
    const now = this.dials.now();
    const { refreshTokenMs, refreshTokenTellsExpiry } = this.dials.get();
    const expires = now + refreshTokenMs;
    const token = newToken('EMO', refreshTokenTellsExpiry ? expires : null);
    this.ledger.run(
      `insert into key_pair (id, webshop_id, refresh_token, signing_key, issued_at, expires_at)
       values (?, ?, ?, ?, ?, ?)`,
      ...[id, webshopId, token, newSigningKey(), now, expires],
    );
    return this.pair(id)!;
  }
}
