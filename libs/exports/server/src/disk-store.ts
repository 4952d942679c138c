import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '@toonbank/platform/config';
import { failpoint } from '@toonbank/platform/failpoint';
import { ExportStore } from './export-store';

/** Keys are ours; still nothing of them may lead out of the folder. */
const keyForm = /^[0-9a-f-]+(\/[0-9a-f-]+)*\.[a-z]+$/;

/** Read in pieces of so many bytes: hundreds of calls for a file of gigabytes, not ten thousands. */
const piece = 1024 * 1024;
/** So many bytes may be under way to the disk. */
const flushEvery = 8 * 1024 * 1024;

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
      const bytes = await written(part, source);
      failpoint('export.before-complete');
      await rename(part, file);
      failpoint('export.after-complete');
      return bytes;
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

/**
 * Writes what comes, each piece before the next is asked for; answers how much it was, once all is on
 * the disk. It goes there as it comes: hundreds of megabytes at once would hold up, for as long as
 * that takes, everybody whose commit waits for the same disk.
 */
async function written(file: string, source: AsyncIterable<Uint8Array>): Promise<number> {
  const handle = await open(file, 'w', 0o600);
  try {
    let bytes = 0;
    let flushed = 0;
    for await (const part of source) {
      await handle.writeFile(part);
      bytes += part.length;
      if (bytes - flushed < flushEvery) continue;
      await handle.datasync();
      flushed = bytes;
    }
    await handle.sync();
    return bytes;
  } finally {
    await handle.close();
  }
}
