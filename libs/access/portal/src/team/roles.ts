import { AgencyRole, type AgencyRole as Role, MerchantRole } from '@toonbank/primitives';

/** The roles that may be given: in an agency an admin gives all but owner; a merchant has two. */
export function rolesFor(ofMerchant: boolean, mine: Role | undefined): readonly Role[] {
  if (ofMerchant) return MerchantRole.options;
  return AgencyRole.options.filter((role) => mine === 'owner' || role !== 'owner');
}
