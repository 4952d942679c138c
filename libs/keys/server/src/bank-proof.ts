import { Injectable } from '@nestjs/common';
import { BankClient } from '@toonbank/bank-client/server';
import { Clock } from '@toonbank/platform/clock';
import type { Environment } from '@toonbank/primitives';
import { keyProblems } from './key-problems';

/** Has the bank itself show that a refresh token works. */
@Injectable()
export class BankProof {
  constructor(
    private readonly bank: BankClient,
    private readonly clock: Clock,
  ) {}

  /**
   * The moment at which the bank took the token. Throws a problem when it did not; a token that the
   * other environment takes is said to be that one's.
   */
  async of(environment: Environment, refreshToken: string): Promise<Date> {
    const outcome = await this.bank.prove(environment, refreshToken);
    if (outcome.kind === 'token') return this.clock.now();
    if (outcome.kind === 'no-answer') throw keyProblems.noAnswer();
    const other: Environment = environment === 'sandbox' ? 'production' : 'sandbox';
    const elsewhere = await this.bank.prove(other, refreshToken);
    throw elsewhere.kind === 'token' ? keyProblems.wrongEnvironment(other) : keyProblems.refused();
  }
}
