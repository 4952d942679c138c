import type { CreatedOrder, ProblemDocument, ProblemIssue } from './orders';

/** Everything this package throws. None of its messages holds a key. */
export abstract class ToonbankError extends Error {
  /** Of `createOrder`: the key with which the same order can be repeated. */
  idempotencyKey: string | undefined;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }

  /** True when the very same call may succeed later; `createOrder` then with {@link idempotencyKey}. */
  get isTransient(): boolean {
    return false;
  }
}

/** The call or the settings are wrong, whatever the API would say: a mistake in the shop's own code. */
export class UsageError extends ToonbankError {}

/** The API said no. `code` is stable and for programs, `message` says what to do and is for people. */
export class ProblemError extends ToonbankError {
  /** The HTTP status. */
  readonly status: number;
  /** Stable: `order-exists`, `bank-refused`, `not-signed-in`, … The README lists them. */
  readonly code: string;
  /** What happened, in one sentence. */
  readonly title: string;
  /** What it means and what to do. */
  readonly detail: string;
  /** The field that is wrong, where there is one: `amount.amount`. */
  readonly path: string | undefined;
  /** Everything that is wrong, where it is more than one thing. */
  readonly issues: readonly ProblemIssue[];
  /** Tell it when you ask for help. */
  readonly requestId: string | undefined;

  constructor(problem: ProblemDocument) {
    super(`${problem.title} ${problem.detail}`);
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.detail = problem.detail;
    this.path = problem.path;
    this.issues = problem.issues ?? [];
    this.requestId = problem.requestId;
  }

  override get isTransient(): boolean {
    return isTransientStatus(this.status) || this.code === 'in-flight';
  }
}

/** The API could not be reached. An order may exist all the same: repeat with the same key. */
export class ConnectionError extends ToonbankError {
  override get isTransient(): boolean {
    return true;
  }
}

/** The API was reached, or not, but did not answer in time. */
export class TimeoutError extends ConnectionError {}

/** What answered does not speak as the API does: a proxy, a wrong `baseUrl`, a much older package. */
export class AnswerError extends ToonbankError {
  /** The HTTP status of the answer. */
  readonly status: number;
  readonly requestId: string | undefined;

  constructor(message: string, status: number, requestId: string | undefined) {
    super(message);
    this.status = status;
    this.requestId = requestId;
  }

  override get isTransient(): boolean {
    return isTransientStatus(this.status);
  }
}

function isTransientStatus(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}

/**
 * Nobody knows yet whether the bank has the order. Nothing was lost and nothing was doubled: call
 * `createOrder` again with the same order and its {@link idempotencyKey}, now or in a minute.
 */
export class OrderUnknownError extends ToonbankError {
  readonly order: CreatedOrder;

  constructor(order: CreatedOrder) {
    super(
      'The bank did not say whether it has the order. Repeat it with the same idempotency key in a while.',
    );
    this.order = order;
  }

  override get isTransient(): boolean {
    return true;
  }
}

/** A return that was not signed with the webshop's key: made up, changed on the way, or incomplete. */
export class SignatureError extends ToonbankError {}
