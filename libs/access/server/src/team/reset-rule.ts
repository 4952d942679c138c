import { Injectable } from '@nestjs/common';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { Memberships, memberScope } from '../memberships';
import { demandRank } from './ranks';

/** Whose login somebody wants to reset, and for which agency. */
export interface ResetWish {
  readonly agencyId: Id;
  readonly maker: Id;
  readonly loginId: Id;
}

/**
 * Whether a login may be reset. A login is one person's, wherever they belong: an agency that could
 * reset it would get in elsewhere too. Asked when a link is made and again when it is used.
 */
@Injectable()
export class ResetRule {
  constructor(private readonly memberships: Memberships) {}

  /** Throws: 404 for who doesn't belong here, 409 for who belongs elsewhere too, 403 for an owner. */
  async demand(wish: ResetWish): Promise<void> {
    await this.demandOnlyHere(wish);
    if (isOwn(wish)) return;
    const agency = { agencyId: wish.agencyId, merchantId: null };
    const [mine, theirs] = [
      await this.memberships.role(memberScope(agency, wish.maker), wish.maker),
      await this.memberships.role(memberScope(agency, wish.loginId), wish.loginId),
    ];
    demandRank(mine, theirs ? [theirs] : []);
  }

  /** The part that can change under the hands of who holds the login. Needs no `Work`. */
  async demandOnlyHere({ agencyId, maker, loginId }: ResetWish): Promise<void> {
    const places = await this.memberships.placesOf(loginId);
    const here = places.filter((place) => place.agencyId === agencyId);
    if (here.length === 0) throw Problem.notFound('member');
    if (here.length < places.length && !isOwn({ agencyId, maker, loginId }))
      throw belongsElsewhere();
  }
}

/** Asked for by the person, and mailed to them alone: it opens no more than their mailbox does. */
function isOwn({ maker, loginId }: ResetWish): boolean {
  return maker === loginId;
}

function belongsElsewhere(): Problem {
  return Problem.conflict(
    'belongs-elsewhere',
    'This login also opens places outside this agency.',
    'No link was made or used: whoever resets it would get in there too. The person can have a link ' +
      'mailed to themselves, from the page on which one signs in.',
  );
}
