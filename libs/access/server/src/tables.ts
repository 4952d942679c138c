import { auditTables } from '@toonbank/audit/server';
import type { RoomTables } from '@toonbank/platform/db';
import { mailTables } from '@toonbank/platform/mail';
import { AgencyMemberEntity } from './agency-member.entity';
import { ApiKeyEntity } from './api-key.entity';
import { MerchantMemberEntity } from './merchant-member.entity';
import { AccessDirectory1764000000200 } from './migrations/1764000000200-directory';
import { InvitationEntity } from './team/invitation.entity';
import { AccessMembersAndKeys1764000000210 } from './migrations/1764000000210-members-and-keys';
import { AccessOwnResets1764000000230 } from './migrations/1764000000230-own-resets';
import { AccessTeam1764000000220 } from './migrations/1764000000220-team';

export const accessTables: RoomTables = {
  name: 'access',
  needs: [auditTables, mailTables],
  entities: [AgencyMemberEntity, MerchantMemberEntity, ApiKeyEntity, InvitationEntity],
  migrations: [
    AccessDirectory1764000000200,
    AccessMembersAndKeys1764000000210,
    AccessTeam1764000000220,
    AccessOwnResets1764000000230,
  ],
};
