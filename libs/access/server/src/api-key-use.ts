import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { ApiKeysRepository } from './api-keys.repository';

const coarseMs = 3_600_000;
const rememberedKeys = 20_000;

/** Notes when a key was last used: to the hour, so that a busy shop costs no write per call. */
@Injectable()
export class ApiKeyUse {
  private readonly logger = new Logger('ApiKeyUse');
  private readonly noted = new Map<Id, number>();

  constructor(
    private readonly work: Work,
    private readonly keys: ApiKeysRepository,
    private readonly clock: Clock,
  ) {}

  /** Never fails: a note is not worth a payment. */
  async note(scope: Scope, apiKeyId: Id): Promise<void> {
    const hour = Math.floor(this.clock.millis() / coarseMs) * coarseMs;
    if (this.noted.get(apiKeyId) === hour) return;
    if (this.noted.size >= rememberedKeys) this.noted.clear();
    this.noted.set(apiKeyId, hour);
    await this.work
      .run(scope, (tx) => this.keys.markUsed(tx, apiKeyId, new Date(hour)))
      .catch((error: unknown) => this.logger.warn(error));
  }
}
