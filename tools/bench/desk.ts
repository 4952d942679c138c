import { setTimeout as sleep } from 'node:timers/promises';
import { type ListApi } from './list-pages.ts';

export interface Made {
  /** Milliseconds from asking until it was made, and until its last byte was read. */
  readonly made: number;
  readonly read: number;
  readonly bytes: number;
  readonly rows: number;
}

type Format = 'csv' | 'xlsx';

interface Answer {
  readonly id: string;
  readonly state: string;
  readonly rows: number;
  readonly endedAt: string | null;
}

const headers = { 'content-type': 'application/json', 'x-toonbank': '1' };

/** Asks for exports as a person does, waits for them and fetches them. */
export class Desk {
  private readonly api: ListApi;

  constructor(api: ListApi) {
    this.api = api;
  }

  /** All production orders of the last year and some days, as CSV if nothing else is said. */
  async file(format: Format = 'csv'): Promise<Made> {
    const start = performance.now();
    const { id } = await this.ask(format);
    const { rows } = await this.ended(id, 20);
    const made = performance.now() - start;
    const bytes = await this.fetched(id);
    return { made, read: performance.now() - start, bytes, rows };
  }

  ask(format: Format = 'csv'): Promise<Answer> {
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    return this.post<Answer>('/v1/exports', {
      ...{ environment: 'production', kind: 'orders', format, numbers: 'nl' },
      // Yesterday by the clock of Greenwich is over in Amsterdam too.
      ...{ from: day(400), until: day(0) },
    });
  }

  /** Waits until one is being made. */
  async begun(): Promise<void> {
    const isRunning = ({ state }: Pick<Answer, 'state'>) => state === 'running';
    while (!(await this.newest()).some(isRunning)) await sleep(50);
  }

  /** Asks every so many milliseconds whether it is made. */
  async ended(id: string, pollMs: number): Promise<Answer> {
    for (;;) {
      const answer = await fetch(`${this.api.url}/v1/exports/${id}`, {
        headers: { cookie: this.api.cookie },
      });
      const made = (await answer.json()) as Answer;
      if (made.state === 'done') return made;
      if (!answer.ok || made.endedAt) throw new Error(`The export ended: ${JSON.stringify(made)}`);
      await sleep(pollMs);
    }
  }

  private async newest(): Promise<readonly Pick<Answer, 'state'>[]> {
    const url = `${this.api.url}/v1/exports?environment=production`;
    const answer = await fetch(url, { headers: { cookie: this.api.cookie } });
    if (!answer.ok) throw new Error(`The exports answered ${answer.status}.`);
    return ((await answer.json()) as { readonly items: Answer[] }).items;
  }

  private async fetched(id: string): Promise<number> {
    const { url } = await this.post<{ readonly url: string }>(`/v1/exports/${id}/link`);
    const answer = await fetch(url);
    if (!answer.ok || !answer.body) throw new Error(`Fetching answered ${answer.status}.`);
    let bytes = 0;
    for await (const chunk of answer.body) bytes += (chunk as Uint8Array).length;
    return bytes;
  }

  private async post<T>(path: string, body: object = {}): Promise<T> {
    const answer = await fetch(this.api.url + path, {
      method: 'POST',
      headers: { ...headers, cookie: this.api.cookie, origin: this.api.url },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}
