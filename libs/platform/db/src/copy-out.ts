import { PassThrough, type Readable } from 'node:stream';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** A value that stands in the text of a COPY, which takes no parameters. */
export type CopyValue = string | Date | readonly string[];

/** A select to be copied out; `$1` and so on stand for its values, always with a cast behind them. */
export interface Copy {
  readonly select: string;
  readonly values: readonly CopyValue[];
  /** In which a moment without a zone is read and written: `at::timestamp` is the time there. */
  readonly zone: string;
  /** What stands after `with`: `format csv, delimiter ';'`. */
  readonly format: string;
}

/**
 * So many bytes the database may be ahead of who reads. Few, for what waits while the nursery is swept
 * counts as old, and tens of megabytes of old buffers gather before anybody clears them away.
 */
const ahead = 64 * 1024;

/** Reads what comes, to its end. */
export type CopyReader = (rows: Readable) => Promise<void>;

export async function copyOut(
  client: PoolClient,
  { select, values, format }: Copy,
  into: CopyReader,
): Promise<void> {
  const written = select.replace(/\$(\d+)/g, (_, at: string) =>
    literal(client, values[Number(at) - 1]!),
  );
  const rows = client.query(copyTo(`copy (${written}) to stdout with (${format})`));
  const isOver = new Promise<void>((resolve) => {
    rows.once('end', resolve).once('error', () => resolve());
  });
  // The reader gets a stream of its own: when it breaks off, the connection's is still there to be
  // read empty. One that is destroyed half-way would leave its connection stuck for ever.
  const through = new PassThrough({ highWaterMark: ahead });
  rows.on('error', (error) => through.destroy(error));
  // The reader hears of it by its own ear; when it has gone, nobody has to.
  through.on('error', () => undefined);
  rows.pipe(through);
  try {
    await into(through);
  } finally {
    through.destroy();
    rows.unpipe(through);
    rows.resume();
    await isOver;
  }
}

function literal(client: PoolClient, value: CopyValue): string {
  if (value instanceof Date) return client.escapeLiteral(value.toISOString());
  if (typeof value === 'string') return client.escapeLiteral(value);
  return `array[${value.map((text) => client.escapeLiteral(text)).join(', ')}]`;
}
