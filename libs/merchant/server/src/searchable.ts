/** Lower case without accents: what is compared when people look for a name. */
export function searchable(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
