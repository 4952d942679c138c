import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Door } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

export interface WebhookRoute {
  readonly agencyId: Id;
}

const keptMs = 30_000;
const missKeptMs = 5_000;
const keptEntries = 20_000;

/** Whose webhook address this is. Kept in memory, a miss for five seconds: strangers cost no database. */
@Injectable()
export class WebhookRoutes {
  private readonly kept = new Map<
    string,
    { until: number; route: Promise<WebhookRoute | undefined> }
  >();

  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
  ) {}

  find(webhookKey: string): Promise<WebhookRoute | undefined> {
    const known = this.kept.get(webhookKey);
    if (known && this.clock.millis() < known.until) return known.route;
    const route = this.read(webhookKey);
    if (this.kept.size >= keptEntries) this.kept.clear();
    const entry = { until: this.clock.millis() + keptMs, route };
    this.kept.set(webhookKey, entry);
    route.then(
      (found) => {
        if (!found) entry.until = this.clock.millis() + missKeptMs;
      },
      () => this.kept.delete(webhookKey),
    );
    return route;
  }

  private async read(webhookKey: string): Promise<WebhookRoute | undefined> {
    const rows = await this.door.rows<{ agency_id: Id }>(
      'select agency_id from webhook_route where key_hash = $1',
      [hash('sha256', webhookKey, 'buffer')],
    );
    return rows[0] && { agencyId: rows[0].agency_id };
  }
}
