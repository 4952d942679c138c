import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server on this machine that refuses for good while it is told to. */
export class PickyMailServer {
  taken = 0;
  refusal: { readonly code: number; readonly text: string } | undefined;

  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      stream.resume().once('end', () => {
        const { refusal } = this;
        if (!refusal) this.taken += 1;
        done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
      });
    },
  });

  static async open(): Promise<PickyMailServer> {
    const it = new PickyMailServer();
    await new Promise<void>((ready) => {
      it.server.listen(0, '127.0.0.1', ready);
    });
    return it;
  }

  get url(): string {
    const { port } = this.server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  close(): Promise<void> {
    return new Promise((closed) => this.server.close(() => closed()));
  }
}
