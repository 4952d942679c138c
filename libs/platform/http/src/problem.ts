import type { ProblemIssue } from '@toonbank/primitives';

interface Details {
  readonly path?: string;
  readonly issues?: readonly ProblemIssue[];
  /** The webshop that `detail` names; only of who may see it. */
  readonly names?: { readonly host: string; readonly environment: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A refusal that the caller can act on; becomes an RFC 9457 document at the door. `code` is stable,
 * `detail` says what happened, what it means and what to do. Never holds a secret or a foreign id.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly details: Details = {},
  ) {
    super(`${status} ${code}: ${title}`);
  }

  /** The same answer for what does not exist and for what is somebody else's. */
  static notFound(what: string): Problem {
    return new Problem(
      404,
      'not-found',
      `This ${what} does not exist, or is not yours to see.`,
      'Check the id and with whose login or key you ask.',
    );
  }

  static conflict(code: string, title: string, detail: string): Problem {
    return new Problem(409, code, title, detail);
  }

  static unprocessable(code: string, title: string, detail: string, path?: string): Problem {
    return new Problem(422, code, title, detail, path === undefined ? {} : { path });
  }

  static signIn(): Problem {
    return new Problem(
      401,
      'not-signed-in',
      'Who are you?',
      'Sign in, or send an API key as `Authorization: Bearer tb_…`.',
    );
  }

  static noAgency(): Problem {
    return Problem.conflict(
      'no-agency',
      'No agency is chosen.',
      'This login belongs to several agencies: choose one with PUT /v1/session/agency.',
    );
  }
}
