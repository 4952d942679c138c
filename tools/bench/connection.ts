import { connect, type Socket } from 'node:net';

/**
 * One HTTP/1.1 connection that sends ready-made requests and looks at nothing but the status and the
 * length of the answers: the load must cost less than what it loads.
 */
export class Connection {
  private readonly socket: Socket;
  private readonly waiting: ((status: number) => void)[] = [];
  private rest = '';

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.read(text));
    socket.on('close', () => this.waiting.splice(0).forEach((answered) => answered(0)));
    socket.on('error', () => undefined);
  }

  static open(host: string, port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, host, () => resolve(new Connection(socket)));
      socket.once('error', reject);
    });
  }

  /** The status of the answer; 0 when the connection was closed instead. */
  send(request: Buffer): Promise<number> {
    return new Promise((answered) => {
      this.waiting.push(answered);
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private read(text: string): void {
    this.rest += text;
    for (;;) {
      const head = this.rest.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = contentLength(this.rest.slice(0, head));
      const end = head + 4 + length;
      if (this.rest.length < end) return;
      const status = Number(this.rest.slice(9, 12));
      this.rest = this.rest.slice(end);
      this.waiting.shift()?.(status);
    }
  }
}

function contentLength(head: string): number {
  return Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
}
