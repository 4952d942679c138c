import type { KeyVersionEntity } from './key-version.entity';

type Pair = Pick<KeyVersionEntity, 'id' | 'state' | 'signsFrom'>;

/**
 * Which of the virtual pairs that live signs at a moment: the one whose own moment came last. A pair
 * without a moment waits. Pairs that were revoked never sign.
 */
export function signerOf<P extends Pair>(pairs: readonly P[], now: Date): P | undefined {
  return pairs
    .filter(({ state, signsFrom }) => state !== 'retired' && signsFrom !== null && signsFrom <= now)
    .sort((a, b) => b.signsFrom!.getTime() - a.signsFrom!.getTime())[0];
}
