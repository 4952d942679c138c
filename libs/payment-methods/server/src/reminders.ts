import { Injectable } from '@nestjs/common';
import { Agencies } from '@toonbank/agency/server';
import { brandOf } from '@toonbank/payment-methods/contract';
import { Config } from '@toonbank/platform/config';
import { type Scope, Work } from '@toonbank/platform/db';
import type { Letter } from '@toonbank/platform/mail';
import type { Id } from '@toonbank/primitives';
import { ContractsRepository } from './contracts.repository';
import type { MethodContractEntity } from './method-contract.entity';
import { reminderLetter } from './reminder-letters';
import { ReminderPeople } from './reminder-people';

/** A reminder that may be sent, as long as the clock it is about still runs. */
export interface Reminder {
  readonly row: MethodContractEntity;
  readonly to: readonly string[];
  readonly letter: Letter;
}

/** Writes reminders: to the merchant when it is its turn, else to the agency, who asks the bank. */
@Injectable()
export class Reminders {
  constructor(
    private readonly work: Work,
    private readonly contracts: ContractsRepository,
    private readonly people: ReminderPeople,
    private readonly agencies: Agencies,
    private readonly config: Config,
  ) {}

  /** Opens `Work` of its own. Undefined when no clock of this method runs. */
  async write(scope: Scope, id: Id): Promise<Reminder | undefined> {
    const { name: from, language } = await this.agencies.own(scope);
    const row = await this.work.read(scope, (tx) => this.contracts.find(tx, id));
    if (!row?.turn || !row.dueOn) return undefined;
    const { turn, dueOn, merchantId, state } = row;
    const { to, merchant } = await this.people.of(scope, row, turn);
    const url = `${this.config.publicUrl}/merchants/${merchantId}/payment-methods/${id}`;
    const atBillink = state === 'CONTRACT_SENT';
    const method = brandOf(row.brand).name;
    const about = { language, from, merchant, method, turn, atBillink, dueOn, url };
    return { row, to, letter: reminderLetter(about) };
  }
}
