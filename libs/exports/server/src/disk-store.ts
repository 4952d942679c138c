import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '@toonbank/platform/config';
import { failpoint } from '@toonbank/platform/failpoint';
import { ExportStore } from './export-store';

/** Keys are ours; still nothing of them may lead out of the folder. */
const keyForm = /^[0-9a-f-]+(\/[0-9a-f-]+)*\.[a-z]+$/;

/** Read and written in pieces of so many bytes: hundreds of calls for a file of gigabytes, not ten thousands. */
const piece = 1024 * 1024;

/** Exports as files in a folder that the API and the workers share. */
@Injectable()
export class DiskStore extends ExportStore {
  constructor(private readonly config: Config) {
    super();
  }

  override async put(key: string, source: AsyncIterable<Uint8Array>): Promise<number> {
    const file = this.fileOf(key);
    const part = `${file}.part`;
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    try {
      await pipeline(
        Readable.from(source, { objectMode: false }),
        createWriteStream(part, { mode: 0o600, highWaterMark: piece }),
      );
      const handle = await open(part);
      await handle.sync();
      const { size } = await handle.stat();
      await handle.close();
      failpoint('export.before-complete');
      await rename(part, file);
      failpoint('export.after-complete');
      return size;
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  override async open(key: string) {
    const file = this.fileOf(key);
    const found = await stat(file).catch(() => undefined);
    return found && { bytes: found.size, stream: createReadStream(file, { highWaterMark: piece }) };
  }

  override async remove(key: string): Promise<void> {
    const file = this.fileOf(key);
    await rm(file, { force: true });
    await rm(`${file}.part`, { force: true });
  }

  private fileOf(key: string): string {
    if (!keyForm.test(key)) throw new Error('This is no name of an export.');
    return join(this.config.exportDir, key);
  }
}
