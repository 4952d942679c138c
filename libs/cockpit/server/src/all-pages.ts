interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Reads a keyset list to its end, page after page: for lists as long as an agency has webshops. */
export async function allPages<Item>(
  read: (after: string | undefined) => Promise<Page<Item>>,
): Promise<Item[]> {
  const all: Item[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    all.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return all;
}
