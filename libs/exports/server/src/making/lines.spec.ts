import { Readable } from 'node:stream';
import { newId } from '@toonbank/primitives';
import * as fc from 'fast-check';
import { parseCsv } from 'hucre/csv';
import { describe, expect, it } from 'vitest';
import { lines } from './lines';

const [known, strange] = [newId(), newId()];
const ending = {
  ...{ delimiter: ';', point: ',', isCents: [false, true, false] },
  ends: new Map([[known, Buffer.from('A;B\r\n')]]),
  unknownEnd: Buffer.from(';\r\n'),
};

interface Row {
  readonly text: string;
  readonly cents: number | null;
  readonly id: string;
}

const row: fc.Arbitrary<Row> = fc.record({
  text: fc.oneof(
    fc.constantFrom('', ';', '"', '\n', 'a\r\n";"\n', '"";', 'é€'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  ),
  cents: fc.oneof(fc.constantFrom(null, 0, 5, -5, 50, -50, -500), fc.integer()),
  id: fc.constantFrom(known, strange),
});

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** As COPY writes it. */
function copied({ text, cents, id }: Row): string {
  return `${/[";\r\n]/.test(text) ? quoted(text) : text};${cents ?? ''};${quoted(';')};${id}\n`;
}

/** As it should stand in a file, by the number of the cell. */
function cellsOf({ text, cents, id }: Row): string[] {
  const euros = cents === null ? '' : (cents / 100).toFixed(2).replace('.', ',');
  return [text, euros, ';', ...(id === known ? ['A', 'B'] : ['', ''])];
}

async function made(bytes: Buffer, cut: number) {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += cut) chunks.push(bytes.subarray(at, at + cut));
  let rows = 0;
  const pieces: Buffer[] = [];
  for await (const piece of lines(Readable.from(chunks), ending, (more) => (rows += more))) {
    // Its memory is used again.
    pieces.push(Buffer.from(piece));
  }
  return { text: Buffer.concat(pieces).toString(), rows };
}

describe('the lines of a file', () => {
  it('are the rows with points and ends, wherever what the database sends is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), fc.nat(98), async (rows, more) => {
        const answer = await made(Buffer.from(rows.map(copied).join('')), more + 1);
        expect(answer.rows).toBe(rows.length);
        const read = parseCsv(answer.text, { delimiter: ';' });
        expect(read.map((line) => line.map(String))).toEqual(rows.map(cellsOf));
      }),
    );
  });

  it('come whole where one is longer than a piece, and where they fill many', async () => {
    const long = { text: `${'x'.repeat(3_000_000)};`, cents: 1, id: known };
    const rows = [long, ...Array.from({ length: 60_000 }, () => ({ ...long, text: 'y' })), long];
    const { text } = await made(Buffer.from(rows.map(copied).join('')), 65_536);
    expect(text).toBe(
      rows.map((one) => `${one.text === 'y' ? 'y' : quoted(one.text)};0,01;";";A;B\r\n`).join(''),
    );
  });
});
