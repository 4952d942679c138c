import { Injectable } from '@nestjs/common';
import { ActorNames } from '@toonbank/audit/server';
import type { Id } from '@toonbank/primitives';
import { LoginsRepository } from './logins.repository';

/** The addresses of people, for who reads what they did. */
@Injectable()
export class LoginNames extends ActorNames {
  constructor(private readonly logins: LoginsRepository) {
    super();
  }

  override emailsOf(people: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
    return this.logins.emailsOf(people);
  }
}
