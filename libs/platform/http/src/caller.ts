import type { Scope } from '@toonbank/platform/db';
import type { Id, Right } from '@toonbank/primitives';

/** Who stands at the door, once the guard has found out. */
export interface Caller {
  readonly rights: ReadonlySet<Right>;
  /** Missing as long as a person has not chosen an agency. */
  readonly scope?: Scope;
  /** Missing for API keys. */
  readonly session?: {
    readonly id: Id;
    readonly loginId: Id;
    /** When the person last proved who they are. */
    readonly provenAt: Date;
  };
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}
