import type { FieldTree, ValidationError } from '@angular/forms/signals';

/** A fault that the server found at a field: its problem's code, and its sentence in English. */
export class Refusal implements ValidationError {
  readonly kind = 'server';

  constructor(
    readonly fieldTree: FieldTree<unknown>,
    readonly code: string,
    readonly message: string,
    readonly names?: { readonly host: string; readonly environment: string },
  ) {}
}
