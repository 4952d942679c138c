import type { EnterBatchKeys, RotationBatchItem } from '@toonbank/keys/contract';

type Pair = EnterBatchKeys['items'][number];
type Webshop = Pick<RotationBatchItem, 'webshopId' | 'host'>;

/** A pair of a webshop, and the line it stands in. */
export type PastedPair = Pair & { readonly line: number };

/** What was made of pasted lines: pairs by webshop, and the lines of which nothing could be made. */
export interface ReadPairs {
  readonly pairs: readonly PastedPair[];
  readonly lost: readonly number[];
}

const tokenForm = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const keyForm = /^[A-Za-z0-9+/]{43}=$/;

/**
 * Reads lines such as a spreadsheet gives them: the address of a webshop and one or both of its keys,
 * in any order, with tabs, semicolons, commas or blanks between them. A key is known by its form, a
 * webshop by its host, so that a token is never taken for an address. Lines are counted from 1.
 */
export function readPairs(text: string, webshops: readonly Webshop[]): ReadPairs {
  const pairs: PastedPair[] = [];
  const lost: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const pair = pairOf(line.split(/[\s;,]+/).filter(Boolean), webshops);
    if (pair) pairs.push({ ...pair, line: index + 1 });
    else lost.push(index + 1);
  }
  return { pairs, lost };
}

/** What is left when some lines go; blank ones go with them. */
export function withoutLines(text: string, gone: ReadonlySet<number>): string {
  const left = text.split(/\r?\n/).filter((line, index) => line.trim() && !gone.has(index + 1));
  return left.join('\n');
}

function pairOf(words: readonly string[], webshops: readonly Webshop[]): Pair | undefined {
  const webshop = webshops.find(({ host }) => words.some((word) => hostOf(word) === host));
  const rest = words.filter((word) => hostOf(word) !== webshop?.host);
  const signingKey = rest.find((word) => keyForm.test(word));
  const refreshToken = rest.find((word) => tokenForm.test(word));
  const isWhole = rest.every((word) => word === signingKey || word === refreshToken);
  if (!webshop || !isWhole || rest.length === 0) return undefined;
  const { webshopId } = webshop;
  return { webshopId, ...(signingKey && { signingKey }), ...(refreshToken && { refreshToken }) };
}

function hostOf(word: string): string {
  return word
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .toLowerCase();
}
