import { Id } from '@toonbank/primitives';

/** How webshops that were chosen stand in an address: their ids with commas between them. */
export function textOf(ids: readonly Id[]): string {
  return ids.join(',');
}

/** The other way; what is no id, as in an address that was cut off, is left out. */
export function idsIn(text: string | undefined): Id[] {
  const ids = (text ?? '').split(',').filter((part) => Id.safeParse(part).success);
  return [...new Set(ids)];
}
