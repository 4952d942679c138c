import * as z from 'zod';

export const AgencyRole = z.enum(['owner', 'admin', 'developer', 'support', 'finance', 'viewer']);
export type AgencyRole = z.infer<typeof AgencyRole>;

/** Merchant people see their own merchant only; the database fences them as well. */
export const MerchantRole = z.enum(['owner', 'viewer']);
export type MerchantRole = z.infer<typeof MerchantRole>;

export const Right = z.enum([
  'agency:read',
  'audit:read',
  'api-keys:write',
  'billing:close',
  'billing:read',
  'exports:write',
  'keys:reveal',
  'keys:write',
  'members:reset',
  'members:write',
  'merchants:read',
  'merchants:write',
  'methods:read',
  'methods:write',
  'notifications:pull',
  'notifications:read',
  'orders:create',
  'orders:read',
  'overview:read',
  'refunds:approve',
  'refunds:confirm',
  'refunds:read',
  'refunds:request',
  'session:own',
  'settings:write',
  'tasks:read',
  'tasks:write',
  'webshops:end',
  'webshops:read',
  'webshops:write',
]);
export type Right = z.infer<typeof Right>;

/** Whoever is signed in may see and end that, before an agency is chosen too. */
export const sessionRights = ['session:own'] as const satisfies readonly Right[];

const everybody = [
  ...sessionRights,
  'agency:read',
  'merchants:read',
  'methods:read',
  'orders:read',
  'webshops:read',
] as const;

const staff = [...everybody, 'overview:read'] as const;

/** What waits on somebody: seen, taken and handed over by all staff but viewers. */
const worker = ['tasks:read', 'tasks:write'] as const;

const listener = ['notifications:pull', 'notifications:read'] as const;

/** Of who sends the bills. What is earned on a client is theirs to see, and no merchant's. */
const bookkeeper = ['billing:close', 'billing:read', 'exports:write'] as const;

/** Of who gives money back, and says that it was paid outside the bank. */
const giver = ['refunds:read', 'refunds:request', 'refunds:confirm'] as const;

/** Of who gives money back; nobody approves what they asked for themselves. */
const cashier = [...giver, 'refunds:approve'] as const;

const technician = ['webshops:write', 'keys:write', 'api-keys:write'] as const;

/** Of who sees to what shoppers can pay with. */
const methods = ['methods:write'] as const;

/** Of who runs the agency. Whom they may act on (an admin: no owner) is decided in `access`. */
const head = [
  'audit:read',
  'keys:reveal',
  'members:reset',
  'members:write',
  'merchants:write',
  'settings:write',
  'webshops:end',
] as const;

/** What each role may do. A change here is a security change: the snapshot of all routes shows it. */
export const agencyRights: Readonly<Record<AgencyRole, readonly Right[]>> = {
  owner: [
    ...staff,
    ...worker,
    ...technician,
    ...listener,
    ...bookkeeper,
    ...cashier,
    ...methods,
    ...head,
  ],
  admin: [
    ...staff,
    ...worker,
    ...technician,
    ...listener,
    ...bookkeeper,
    ...cashier,
    ...methods,
    ...head,
  ],
  developer: [...staff, ...worker, ...technician, ...listener],
  support: [...staff, ...worker, ...listener, ...methods, ...giver],
  finance: [...staff, ...worker, ...bookkeeper, ...cashier],
  viewer: staff,
};

export const merchantRights: Readonly<Record<MerchantRole, readonly Right[]>> = {
  owner: [
    ...everybody,
    ...cashier,
    ...methods,
    ...(['audit:read', 'billing:read', 'exports:write', 'members:write'] as const),
    'webshops:end',
  ],
  viewer: [...everybody, 'billing:read', 'exports:write', 'refunds:read'],
};

/** What an API key of a webshop may do: sell and give back, in its own environment. */
export const apiKeyRights: readonly Right[] = [
  'orders:create',
  'orders:read',
  'refunds:read',
  'refunds:request',
  'webshops:read',
];
