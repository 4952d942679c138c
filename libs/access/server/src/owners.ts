import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import { MembersRepository } from './members.repository';

/** Where mail goes that is for whoever runs a place. */
@Injectable()
export class Owners {
  constructor(private readonly members: MembersRepository) {}

  /** E-mail addresses of the owners of the scope's merchant if it stands inside one, else of its agency. */
  addresses(tx: Tx): Promise<string[]> {
    return this.members.ownerEmails(tx);
  }
}
