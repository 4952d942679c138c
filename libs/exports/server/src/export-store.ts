import type { Readable } from 'node:stream';

/** Where finished exports lie. A port: a disk today, an object store where there are many machines. */
export abstract class ExportStore {
  /**
   * Keeps what comes under this name, whole or not at all: when the source fails or the process dies,
   * there is nothing under it. Answers how many bytes. A piece is done with when the next one is
   * asked for: its memory is used again.
   */
  abstract put(key: string, source: AsyncIterable<Uint8Array>): Promise<number>;

  /** Undefined when there is nothing under this name. */
  abstract open(
    key: string,
  ): Promise<{ readonly bytes: number; readonly stream: Readable } | undefined>;

  /** Fine when there is nothing. */
  abstract remove(key: string): Promise<void>;
}
