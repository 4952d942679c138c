import { inflateSync } from 'node:zlib';

/**
 * What a reader finds in a PDF of ours, in pieces as it was set: the letters that each font says
 * its glyphs are. A piece that ends in a space goes on in the next. Knows what our own printer writes, and no more.
 */
export function textOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf.toString('latin1'));
  const all = [...objects.values()];
  const fonts = new Map(
    all.flatMap(({ head }) =>
      [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => {
        const [, letters] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)!.head)!;
        return [name!, lettersOf(objects.get(letters!)!.stream)] as const;
      }),
    ),
  );
  return all.flatMap(({ stream }) => piecesOf(stream, fonts));
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function objectsOf(pdf: string): Map<string, PdfObject> {
  const found = pdf.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs);
  return new Map(
    [...found].map(([, id, body]) => {
      const [head, packed] = body!.split('\nstream\n');
      const bytes = packed && Buffer.from(packed.replace(/\nendstream$/, ''), 'latin1');
      const isPacked = head!.includes('/FlateDecode') && !head!.includes('/Length1');
      const stream = bytes && isPacked ? inflateSync(bytes).toString('latin1') : '';
      return [id!, { head: head!, stream }];
    }),
  );
}

/** Glyphs are numbered by the order of the letters in the map. */
function lettersOf(map: string): string[] {
  const ranges = [...map.matchAll(/<[\da-f]+> <[\da-f]+> \[(.*?)\]/gs)];
  return ranges.flatMap(([, range]) =>
    [...range!.matchAll(/<([\da-f ]+)>/g)].map(([, hex]) => {
      const codes = hex!.trim().split(' ');
      return Buffer.from(codes.join(''), 'hex').swap16().toString('utf16le');
    }),
  );
}

function piecesOf(stream: string, fonts: ReadonlyMap<string, string[]>): string[] {
  let letters: readonly string[] = [];
  const pieces: string[] = [];
  for (const [, font, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) letters = fonts.get(font)!;
    else {
      const glyphs = [...shown!.matchAll(/<([\da-f]+)>/g)].flatMap(([, hex]) =>
        hex!.match(/.{4}/g)!.map((glyph) => letters[parseInt(glyph, 16)] ?? '?'),
      );
      pieces.push(glyphs.join(''));
    }
  }
  return pieces;
}
