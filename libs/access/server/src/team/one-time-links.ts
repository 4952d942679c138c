import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Config } from '@toonbank/platform/config';
import { hashOf, newToken } from '../secret-text';

export interface NewLink {
  /** Told once. The token stands behind the `#`: no server and no log ever gets to see it. */
  readonly url: string;
  readonly tokenHash: Buffer;
  readonly expiresAt: Date;
}

/** Links that open something once. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  make(page: 'welcome' | 'reset', hours: number): NewLink {
    const token = newToken();
    return {
      url: `${this.config.publicUrl}/${page}#${token}`,
      tokenHash: hashOf(token),
      expiresAt: new Date(this.clock.millis() + hours * 3_600_000),
    };
  }
}
