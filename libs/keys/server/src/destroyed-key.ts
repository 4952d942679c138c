import type { KeyField } from './key-problems';
import type { KeyVersionEntity } from './key-version.entity';

export type Prints = Pick<KeyVersionEntity, 'fingerprint' | 'tokenFingerprint'>;

/** Whether a pair has this key of another one. */
export function hasKey(row: Prints, field: KeyField, of: Prints): boolean {
  if (field === 'signingKey') return row.fingerprint.equals(of.fingerprint);
  return !!of.tokenFingerprint && !!row.tokenFingerprint?.equals(of.tokenFingerprint);
}

/**
 * Which key of a pair is one that was destroyed here: of a pair in `gone`, and of none in `kept`. A key
 * that outlived a pair, because only the other one was renewed, was not destroyed with it.
 */
export function destroyedKey(
  pair: Prints,
  { kept, gone }: { readonly kept: readonly Prints[]; readonly gone: readonly Prints[] },
): KeyField | undefined {
  const fields: readonly KeyField[] = ['signingKey', 'refreshToken'];
  return fields.find(
    (field) =>
      gone.some((row) => hasKey(row, field, pair)) && !kept.some((row) => hasKey(row, field, pair)),
  );
}
