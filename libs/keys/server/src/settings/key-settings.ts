import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type { KeySettings as Settings } from '@toonbank/keys/contract';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { KeySettingsRepository } from './key-settings.repository';

/** A day, until the agency says something else. */
export const usualQuietHours = 24;

/** How long an old key must have been quiet before it is safe to destroy. */
@Injectable()
export class KeySettings {
  constructor(
    private readonly work: Work,
    private readonly settings: KeySettingsRepository,
    private readonly audit: Audit,
  ) {}

  get(scope: Scope): Promise<Settings> {
    return this.work.read(scope, async (tx) => ({ quietHours: await this.quietHours(tx) }));
  }

  /** Holds at once, also for renewals that are under way. Safe to repeat. */
  change(scope: Scope, { quietHours }: Settings): Promise<Settings> {
    return this.work.run(scope, async (tx) => {
      const from = await this.quietHours(tx);
      if (from === quietHours) return { quietHours };
      await this.settings.setQuietHours(tx, quietHours);
      const subject = { kind: 'agency', id: scope.agencyId };
      const detail = { from, to: quietHours };
      await this.audit.record(tx, { act: 'key-settings.changed', subject, detail });
      return { quietHours };
    });
  }

  /** In the caller's transaction. */
  async quietHours(tx: Tx): Promise<number> {
    return (await this.settings.quietHours(tx)) ?? usualQuietHours;
  }
}
