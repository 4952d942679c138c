import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Config } from '@toonbank/platform/config';

/** The time of leases. One lasts longer than a call to the bank and an apply, and is renewed before each call. */
@Injectable()
export class Claims {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** When a lease taken now ends by itself. */
  end(): Date {
    return this.after(this.config.leaseMs);
  }

  after(ms: number): Date {
    return new Date(this.clock.millis() + ms);
  }
}
