import { HttpErrorResponse } from '@angular/common/http';
import { ProblemDocument } from '@toonbank/primitives';

/** The problem document of a failed call; undefined when none came. */
export function problemOf(error: unknown): ProblemDocument | undefined {
  if (!(error instanceof HttpErrorResponse)) return undefined;
  const body: unknown = typeof error.error === 'string' ? tryJson(error.error) : error.error;
  return ProblemDocument.safeParse(body).data;
}

/**
 * What kind of trouble this is, as far as the way on differs: no answer at all, an answer that is not
 * what was agreed, a refusal in the server's words, or an error of the server's own.
 */
export type Trouble = 'no-answer' | 'drifted' | 'refused' | 'broken';

export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof HttpErrorResponse)) return 'drifted';
  if (error.status === 0 || error.status >= 502) return 'no-answer';
  if (error.status >= 500) return 'broken';
  return problemOf(error) ? 'refused' : 'drifted';
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
