import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import { AgencyRole, agencyRights, type Id, type Right } from '@toonbank/primitives';
import { MembersRepository } from './members.repository';

/** Who at the agency may do something. For rooms in which work is handed from one to the other. */
@Injectable()
export class Colleagues {
  constructor(private readonly members: MembersRepository) {}

  /** In the caller's transaction; by their address, from A to Z. */
  having(tx: Tx, right: Right): Promise<{ id: Id; email: string }[]> {
    const roles = AgencyRole.options.filter((role) => agencyRights[role].includes(right));
    return this.members.withRoles(tx, roles);
  }
}
