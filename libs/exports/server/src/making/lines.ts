import type { Readable } from 'node:stream';
import type { Count } from './writer';

const [lineFeed, quote] = [10, 34] as const;
/** A UUID, as the database writes it. */
const idLength = 36;
/** Shorter cents may have no whole euro: 5, 50, -50. */
const wholeEuros = 4;
/** The database sends some kilobytes at a time; a disk wants more. */
const pieceLength = 1024 * 1024;

/** What becomes of the rows of a COPY in CSV whose last cell is an id that is never null. */
export interface Ending {
  readonly delimiter: string;
  /** Stands before the last two digits of cents. */
  readonly point: string;
  /** By position: whether a cell holds whole cents. */
  readonly isCents: readonly boolean[];
  /** What stands in place of the id, with the line's end; by id. */
  readonly ends: ReadonlyMap<string, Buffer>;
  readonly unknownEnd: Buffer;
}

/**
 * The lines of a file. Done here and not in SQL, where each function costs a million calls: this goes
 * over every byte once. The memory of a piece is written again when the next one is asked for.
 */
export async function* lines(
  rows: Readable,
  ending: Ending,
  count: Count,
): AsyncGenerator<Uint8Array> {
  const line = new LineEnds(ending);
  let rest: Buffer = Buffer.alloc(0);
  let piece = Buffer.allocUnsafeSlow(pieceLength);
  let length = 0;
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (let isFull = true; isFull;) {
      const written = line.write(rest, piece, length);
      count(written.rows);
      rest = rest.subarray(written.read);
      ({ length, isFull } = written);
      if (!isFull) continue;
      if (length === 0) piece = Buffer.allocUnsafeSlow(piece.length * 2);
      else yield piece.subarray(0, length);
      length = 0;
    }
  }
  yield piece.subarray(0, length);
}

interface Written {
  readonly read: number;
  readonly rows: number;
  readonly length: number;
  readonly isFull: boolean;
}

class LineEnds {
  private readonly delimiter: number;
  private readonly point: Buffer;

  constructor(private readonly ending: Ending) {
    this.delimiter = ending.delimiter.charCodeAt(0);
    this.point = Buffer.from(ending.point);
  }

  /**
   * Writes rows of a block that begins with one into a piece, from there on: all whole ones, or as
   * many as there is room for. `read` is how much of the block was written.
   */
  write(block: Buffer, piece: Buffer, from: number): Written {
    const { delimiter, ending } = this;
    const { isCents } = ending;
    const written = { read: 0, rows: 0, length: from, isFull: false };
    let length = from;
    let copied = 0;
    let cell = 0;
    let column = 0;
    // A delimiter or a line feed inside quotes belongs to a value.
    let inQuotes = false;
    for (let at = 0; at < block.length; at++) {
      const byte = block[at]!;
      if (byte === quote) inQuotes = !inQuotes;
      else if (inQuotes) continue;
      else if (byte === delimiter) {
        if (isCents[column]! && at > cell) {
          const isShort = at - cell < wholeEuros;
          length += block.copy(piece, length, copied, isShort ? cell : at - 2);
          length += (isShort ? this.fewCents(block, cell, at) : this.point).copy(piece, length);
          copied = isShort ? at : at - 2;
        }
        column++;
        cell = at + 1;
      } else if (byte === lineFeed) {
        const end = this.endOf(block, cell);
        // Where there was no room, what was copied fell off the end, and the row is written again.
        if (length + cell - copied + end.length > piece.length) return { ...written, isFull: true };
        length += block.copy(piece, length, copied, cell);
        length += end.copy(piece, length);
        copied = cell = written.read = at + 1;
        column = 0;
        written.rows++;
        written.length = length;
      }
    }
    return written;
  }

  /** With the noughts that stand before the point. */
  private fewCents(block: Buffer, from: number, to: number): Buffer {
    const euros = (Number(block.toString('latin1', from, to)) / 100).toFixed(2);
    return Buffer.from(euros.replace('.', this.ending.point));
  }

  /** What belongs to the id that stands there. */
  private endOf(block: Buffer, at: number): Buffer {
    const { ends, unknownEnd } = this.ending;
    return ends.get(block.toString('latin1', at, at + idLength)) ?? unknownEnd;
  }
}
