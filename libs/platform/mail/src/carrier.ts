import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { Config } from '@toonbank/platform/config';
import { createTransport, type SentMessageInfo, type Transporter } from 'nodemailer';
import { oneLine, type Rendered } from './render-letter';

/** Shorter together than a mail is held while it is sent. */
const patienceMs = 15_000;

export interface ToCarry extends Rendered {
  /** Stands in the Message-ID: a mail that is sent twice by a crash is one mail to its reader. */
  readonly id: string;
  readonly to: string;
  readonly onBehalfOf: string | null;
  readonly date: Date;
}

/** A mail that the server did not take. */
export interface Refused {
  /** Trying again will not help. */
  readonly isFinal: boolean;
  readonly why: string;
}

/** Brings mails to the mail server; in development into a folder, one file each. */
@Injectable()
export class Carrier {
  private readonly transport: Transporter | undefined;
  private readonly folder: string | undefined;

  constructor(private readonly config: Config) {
    const { url } = config.mail ?? {};
    if (url?.startsWith('file:')) {
      this.folder = fileURLToPath(url);
      this.transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
    } else if (url) {
      this.transport = createTransport(url, {
        ...{
          connectionTimeout: patienceMs,
          greetingTimeout: patienceMs,
          socketTimeout: patienceMs,
        },
        // What a letter may hold are texts: nothing is read from disk or fetched because of one.
        ...{ disableFileAccess: true, disableUrlAccess: true },
      });
    }
  }

  /** False: this installation sends no mail. */
  get isOn(): boolean {
    return this.transport !== undefined;
  }

  /** Undefined when the server took it. Never throws. */
  async carry({ id, to, onBehalfOf, ...mail }: ToCarry): Promise<Refused | undefined> {
    if (!this.transport || !this.config.mail)
      return { isFinal: true, why: 'no mail server is set' };
    const { from } = this.config.mail;
    const host = new URL(this.config.publicUrl).hostname;
    const name = onBehalfOf ? `${oneLine(onBehalfOf)} (Toonbank)` : 'Toonbank';
    try {
      const sent = (await this.transport.sendMail({
        ...mail,
        ...{ to: { name: '', address: to }, from: { name, address: from } },
        messageId: `<${id}@${host}>`,
        // Nobody's holiday answers it.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })) as SentMessageInfo & { readonly message?: Buffer };
      if (this.folder) await keep(this.folder, id, sent.message!);
      return undefined;
    } catch (error) {
      return refusedBy(error as SmtpError);
    }
  }
}

interface SmtpError extends Error {
  readonly responseCode?: number;
  readonly code?: string;
  /** What was answered: one of our commands. */
  readonly command?: string;
}

/** Where a server speaks of this mail. Before that it speaks of us, and a person may set that right. */
const aboutTheMail: ReadonlySet<string> = new Set(['RCPT TO', 'DATA']);

/** Only the codes: what a server says may repeat an address or worse. */
function refusedBy({ responseCode, code, command, message }: SmtpError): Refused {
  if (responseCode) {
    const isFinal = responseCode >= 500 && aboutTheMail.has(command ?? '');
    return { isFinal, why: `SMTP ${responseCode}` };
  }
  return { isFinal: false, why: code ?? oneLine(message).slice(0, 100) };
}

/** Whole or not at all; a second time is the same file. */
async function keep(folder: string, id: string, message: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${id}.eml`);
  await writeFile(`${file}.part`, message, { mode: 0o600 });
  await rename(`${file}.part`, file);
}
