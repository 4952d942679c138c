import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BankClient } from '@toonbank/bank-client/server';
import type { CreatedOrder, CreateOrder } from '@toonbank/orders/contract';
import { Clock } from '@toonbank/platform/clock';
import { Config } from '@toonbank/platform/config';
import type { WebshopScope } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';
import { AnnouncementClaims } from './announcement-claims';
import { AnnouncementRecords } from './announcement-records';
import { bankAnnouncement } from './bank-announcement';
import { checkReturnUrl, lint } from './order-lint';
import { ReturnTokens } from './return-token';

/** Announces a shop's order at the bank: rows first, then the bank, then the answer in the rows. */
@Injectable()
export class AnnouncingService {
  constructor(
    private readonly claims: AnnouncementClaims,
    private readonly records: AnnouncementRecords,
    private readonly bank: BankClient,
    private readonly returnTokens: ReturnTokens,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat with the same key: an order that was announced comes back as it is, one of which
   * nobody knows whether the bank has it is announced again, another body is refused. Only the shop
   * can repeat: what it sent about the shopper is not kept.
   */
  async create(scope: WebshopScope, key: string, order: CreateOrder): Promise<CreatedOrder> {
    checkReturnUrl(order);
    const orderId = newId();
    const announcement = this.forBank(scope, orderId, order);
    const findings = lint(announcement);
    const requestHash = hashOf(order);
    const at = this.clock.now();
    const asked = { orderId, key, at, requestHash, order, announcement, findings };
    const begun = await this.claims.begin(scope, asked);
    if (begun.kind === 'settled') return begun.created;
    // A repeat goes on with the order that the key was first used for.
    const outcome = await this.bank.announce(scope, this.forBank(scope, begun.orderId, order));
    return this.records.settle(scope, begun, outcome);
  }

  private forBank({ agencyId }: WebshopScope, orderId: Id, order: CreateOrder) {
    const returnUrl = `${this.config.publicUrl}/r/${this.returnTokens.write(agencyId, orderId)}`;
    return bankAnnouncement(order, returnUrl, this.clock.now());
  }
}

/** The same for two bodies that say the same, whatever the order of their fields. */
function hashOf(order: CreateOrder): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(sorted(order)))
    .digest();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
