/** Lower case without accents: what is compared when people look for a name. */
export function searchable(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Sorts behind every text that begins with `prefix`, in the byte order of collation "C". */
export function afterPrefix(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}
