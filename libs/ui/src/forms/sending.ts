import { signal } from '@angular/core';
import { type FieldTree, submit } from '@angular/forms/signals';
import { problemOf } from '../states/problem-of';
import { Refusal } from './refusal';

/**
 * Sends a form, once at a time: a second press while the first is under way does nothing. What was
 * typed stays; a fault goes to the field it belongs to and the first such field gets the focus; a
 * problem of no field is kept in `error`.
 */
export class Sending {
  private readonly trouble = signal<unknown>(undefined);
  private readonly underWay = signal(false);
  readonly error = this.trouble.asReadonly();
  readonly isBusy = this.underWay.asReadonly();

  /** True when it was sent and taken. */
  async send<Model>(form: FieldTree<Model>, call: () => Promise<unknown>): Promise<boolean> {
    if (this.underWay()) return false;
    this.trouble.set(undefined);
    this.underWay.set(true);
    try {
      const isTaken = await submit(form, async () => this.faults(form, await outcome(call)));
      if (!isTaken) focusFirstFault(form);
      return isTaken && this.trouble() === undefined;
    } finally {
      this.underWay.set(false);
    }
  }

  /** Does something that has no form, such as taking away; true when it was done. */
  async run(call: () => Promise<unknown>): Promise<boolean> {
    if (this.underWay()) return false;
    this.trouble.set(undefined);
    this.underWay.set(true);
    try {
      const error = await outcome(call);
      this.trouble.set(error);
      return error === undefined;
    } finally {
      this.underWay.set(false);
    }
  }

  /** What went wrong is past: something else was done since. */
  forget(): void {
    this.trouble.set(undefined);
  }

  /** Problems that name fields of this form become their faults; any other is ours to show. */
  private faults<Model>(form: FieldTree<Model>, error: unknown) {
    if (error === undefined) return undefined;
    const problem = problemOf(error);
    const issues = problem?.issues ?? [
      { path: problem?.path ?? '', message: problem?.detail ?? '' },
    ];
    const found = issues.flatMap(({ path, message }) => {
      const field = fieldAt(form, path);
      return field ? [new Refusal(field, problem?.code ?? '', message, problem?.names)] : [];
    });
    if (found.length === 0) this.trouble.set(error);
    return found;
  }
}

async function outcome(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call();
    return undefined;
  } catch (error) {
    return error;
  }
}

type AnyTree = FieldTree<unknown> & Readonly<Record<string, FieldTree<unknown> | undefined>>;

/** The field of a path such as `amount.currency`; undefined when the form has none. */
function fieldAt<Model>(form: FieldTree<Model>, path: string): FieldTree<unknown> | undefined {
  if (path === '') return undefined;
  const steps = path.split('.');
  return steps.reduce<FieldTree<unknown> | undefined>(
    (tree, step) => (tree as AnyTree | undefined)?.[step],
    form as FieldTree<unknown>,
  );
}

function focusFirstFault<Model>(form: FieldTree<Model>): void {
  // After the faults were drawn: the control must be described by them when it gets the focus.
  setTimeout(() => form().errorSummary()[0]?.fieldTree().focusBoundControl());
}
