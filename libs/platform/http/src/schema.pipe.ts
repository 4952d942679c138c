import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import type { ProblemIssue } from '@toonbank/primitives';
import { Problem } from './problem';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
}

/** Checks every input against its schema: a malformed id is a 404 like any stranger's, all else a 422. */
@Injectable()
export class SchemaPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => new Refused(issues) });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    try {
      // A body that was not sent lacks every field, and is told so field by field.
      const isMissing = metadata.type === 'body' && (value === undefined || value === null);
      return await super.transform(isMissing ? ({} as T) : value, metadata);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw metadata.type === 'param' ? Problem.notFound('address') : invalid(error.issues);
    }
  }
}

class Refused extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super();
  }
}

function invalid(found: readonly Issue[]): Problem {
  const issues = found.slice(0, 20).map(issueOf);
  const first = issues[0];
  return new Problem(
    422,
    'invalid',
    'The request does not have the right form.',
    first ? `${first.path || 'The request'}: ${first.message}` : 'Check the request.',
    { ...(first ? { path: first.path } : {}), issues },
  );
}

function issueOf({ message, path = [] }: Issue): ProblemIssue {
  const steps = path.map((step) => (typeof step === 'object' ? step.key : step));
  return { path: steps.map(String).join('.'), message };
}
