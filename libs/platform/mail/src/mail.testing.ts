import { Vault } from '@toonbank/platform/crypto';
import { systemScope, Work } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';
import { freePort, testApp, type TestApp, TestClock } from '@toonbank/testing';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { MailSending } from './mail-sending';
import { MailSweep } from './mail-sweep';
import { MailWorkerModule } from './mail.worker.module';
import { type Envelope, Post, type ToPost } from './post';

interface Refusal {
  readonly code: number;
  readonly text: string;
  readonly at?: 'greeting' | 'password' | 'sender' | 'address';
}

/** A mail server on this machine that keeps what it is sent, or refuses it. */
export class MailServer {
  readonly got: ParsedMail[] = [];
  /** Answered instead of taking a mail, when its text came unless it says otherwise. */
  refusal: Refusal | undefined;

  private constructor(
    readonly url: string,
    private readonly server: SMTPServer,
  ) {}

  static async open(): Promise<MailServer> {
    const port = await freePort();
    const server: SMTPServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onConnect: (_session, done) => done(it.refused('greeting')),
      onAuth: (_auth, _session, done) => {
        const error = it.refused('password');
        if (error) done(error);
        else done(null, { user: 'toonbank' });
      },
      onMailFrom: (_address, _session, done) => done(it.refused('sender')),
      onRcptTo: (_address, _session, done) => done(it.refused('address')),
      onData: (stream, _session, done) => {
        void simpleParser(stream).then((mail) => {
          const error = it.refused();
          if (!error) it.got.push(mail);
          done(error);
        });
      },
    });
    const it = new MailServer(`smtp://toonbank:secret@127.0.0.1:${port}`, server);
    await new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve);
    });
    return it;
  }

  private refused(at?: Refusal['at']): Error | undefined {
    if (!this.refusal || this.refusal.at !== at) return undefined;
    const { code: responseCode, text } = this.refusal;
    return Object.assign(new Error(text), { responseCode });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
    });
  }
}

/** A worker that sends mail, and one agency with something to say. */
export class MailRoom {
  readonly agencyId = newId();

  private constructor(
    readonly test: TestApp,
    readonly clock: TestClock,
  ) {}

  static async open(url: string | null): Promise<MailRoom> {
    const clock = new TestClock();
    const mail = url ? { url, from: 'post@toonbank.test' } : null;
    const imports = [MailWorkerModule];
    const test = await testApp({ tables: [], imports, clock, config: { mail } });
    const room = new MailRoom(test, clock);
    const scope = systemScope(room.agencyId, 'test');
    await test.app.get(Work).run(scope, (tx) => test.app.get(Vault).createDataKey(tx));
    return room;
  }

  close(): Promise<void> {
    return this.test.close();
  }

  get post(): Post {
    return this.test.app.get(Post);
  }

  get sweep(): MailSweep {
    return this.test.app.get(MailSweep);
  }

  /** An envelope, kept; nothing hints at it. */
  async put(changes: Partial<ToPost> = {}): Promise<Envelope> {
    const envelope = await this.post.seal({
      agencyId: this.agencyId,
      merchantId: null,
      about: { kind: 'invitation', id: newId() },
      to: 'nieuw@agency.test',
      worthUntil: new Date(this.clock.millis() + 48 * 3_600_000),
      letter: {
        ...{ language: 'nl', onBehalfOf: 'Bureau <b>& Zn</b>', subject: 'Je bent\r\nuitgenodigd' },
        paragraphs: ['Bureau <b>& Zn</b> nodigt je uit.'],
        act: { word: 'Neem de uitnodiging aan', url: 'https://toonbank.test/welcome#geheim' },
        remarks: ['Deze link werkt één keer.'],
      },
      ...changes,
    });
    if (!envelope) throw new Error('This installation sends no mail.');
    const scope = systemScope(this.agencyId, 'test');
    await this.test.app.get(Work).run(scope, (tx) => this.post.put(tx, envelope));
    return envelope;
  }

  /** As the processor does when a hint comes. */
  send({ id }: { readonly id: Id }): Promise<void> {
    return this.test.app.get(MailSending).send(this.agencyId, id);
  }

  async stateOf({ aboutId }: Envelope) {
    const scope = systemScope(this.agencyId, 'test');
    const states = await this.test.app
      .get(Work)
      .read(scope, (tx) => this.post.states(tx, 'invitation', [aboutId]));
    return states.get(aboutId);
  }
}
