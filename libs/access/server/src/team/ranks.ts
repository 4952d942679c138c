import { Problem } from '@toonbank/platform/http';
import { type AgencyRole, MerchantRole } from '@toonbank/primitives';

/** Whether who holds `mine` in the agency may give, change or take away these roles in it. */
export function mayDispose(mine: AgencyRole | undefined, roles: readonly AgencyRole[]): boolean {
  if (mine === 'owner') return true;
  return mine === 'admin' && !roles.includes('owner');
}

/** Throws a 403 problem when an act on an owner is not for who holds `mine`. */
export function demandRank(mine: AgencyRole | undefined, roles: readonly AgencyRole[]): void {
  if (mayDispose(mine, roles)) return;
  throw new Problem(
    403,
    'owners-only',
    'Only an owner may do this.',
    'Nothing was changed. Owners are made, changed and removed by owners: ask one of them.',
  );
}

/** Throws a 422 problem on a role that merchants don't have. */
export function demandMerchantRole(role: AgencyRole): MerchantRole {
  const known = MerchantRole.safeParse(role);
  if (known.success) return known.data;
  throw Problem.unprocessable(
    'role',
    'A merchant has owners and viewers only.',
    'Nothing was changed. Choose one of these two.',
    'role',
  );
}
