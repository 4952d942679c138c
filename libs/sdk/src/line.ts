import { AnswerError, ConnectionError, ProblemError, TimeoutError, ToonbankError } from './errors';
import type { ProblemDocument } from './orders';
import type { Settings } from './settings';
import { version } from './version';

/** One question to the API. */
export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Ends the waiting from outside. */
  readonly signal?: AbortSignal | undefined;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** No answer tells us to wait longer than this, in milliseconds: a shopper is waiting too. */
const longestWait = 10_000;

/** Asks, and asks again what may be asked again: only calls that are safe to repeat come here. */
export class Line {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /**
   * Answers what `isGood` takes, else repeats it, and errors that may pass, as often as the settings
   * allow. The last answer is given out whatever it is; the last error is thrown.
   */
  async ask(call: Call, isGood: (answer: Answered) => boolean = () => true): Promise<Answered> {
    for (let attempt = 0; ; attempt++) {
      const isLast = () => attempt >= this.#settings.retries || call.signal?.aborted;
      let wait: number | undefined;
      try {
        const answer = await this.#once(call);
        if (isLast() || isGood(answer)) return answer;
      } catch (error) {
        if (isLast() || !(error instanceof ToonbankError) || !error.isTransient) throw error;
        wait = retryAfter.get(error);
      }
      await this.#pause(attempt, wait, call.signal);
    }
  }

  async #once(call: Call): Promise<Answered> {
    const { signal, refuse } = this.#limits(call);
    const { method, path, body } = call;
    const url = this.#settings.baseUrl + path;
    const headers = this.#headers(call);
    let answer, text: string;
    try {
      const init = { method, headers, redirect: 'manual', signal } as const;
      answer = await this.#settings.fetch(url, {
        ...init,
        ...(body && { body: JSON.stringify(body) }),
      });
      text = await answer.text();
    } catch (error) {
      throw refuse(error);
    }
    const read = readAnswer(answer.status, text, answer.headers.get('x-request-id'));
    if (!(read instanceof ToonbankError)) return read;
    retryAfter.set(read, secondsOf(answer.headers.get('retry-after')));
    throw read;
  }

  #headers({ headers, body }: Call): Record<string, string> {
    return {
      accept: 'application/json',
      authorization: `Bearer ${this.#settings.apiKey}`,
      'user-agent': `toonbank-sdk/${version}`,
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    };
  }

  #limits({ signal: outside }: Call) {
    if (outside?.aborted) throw calledOff(outside);
    const { timeout } = this.#settings;
    const clock = AbortSignal.timeout(timeout);
    const signal = outside ? AbortSignal.any([clock, outside]) : clock;
    const refuse = (cause: unknown): unknown => {
      if (outside?.aborted) return calledOff(outside);
      if (clock.aborted) {
        return new TimeoutError(`Toonbank did not answer within ${timeout} ms.`, { cause });
      }
      return new ConnectionError('Toonbank cannot be reached.', { cause });
    };
    return { signal, refuse };
  }

  /** Longer each time, and never the same for all: shops that were cut off together come back apart. */
  async #pause(attempt: number, told: number | undefined, outside?: AbortSignal): Promise<void> {
    const planned = this.#settings.retryDelay * 2 ** attempt * (0.5 + Math.random() / 2);
    const wait = Math.min(Math.max(planned, told ?? 0), longestWait);
    await new Promise<void>((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        if (outside) reject(calledOff(outside));
      };
      const timer = setTimeout(() => {
        outside?.removeEventListener('abort', stop);
        resolve();
      }, wait);
      outside?.addEventListener('abort', stop, { once: true });
    });
  }
}

/** Whoever called it off gets their own reason back; time that ran out is no answer in time. */
function calledOff({ reason }: AbortSignal): unknown {
  const isTime = reason instanceof DOMException && reason.name === 'TimeoutError';
  if (!isTime) return reason;
  return new TimeoutError('Toonbank did not answer in the time it was given.', { cause: reason });
}

/** How long the API asked to wait, in milliseconds, beside the error that said so. */
const retryAfter = new WeakMap<ToonbankError, number | undefined>();

function secondsOf(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : undefined;
}

function readAnswer(
  status: number,
  text: string,
  requestId: string | null,
): Answered | ToonbankError {
  const body = jsonOf(text);
  if (status >= 200 && status < 300 && isObject(body)) return { status, body };
  if (status >= 400 && isProblem(body)) return new ProblemError(body);
  return new AnswerError(
    `Something answered ${status} that is not Toonbank: check baseUrl, and what stands between.`,
    status,
    requestId ?? undefined,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isProblem(value: unknown): value is ProblemDocument {
  if (!isObject(value)) return false;
  const { status, code, title, detail } = value;
  const texts = [code, title, detail];
  return typeof status === 'number' && texts.every((text) => typeof text === 'string');
}
