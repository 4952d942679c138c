import { Injectable, signal } from '@angular/core';

export interface Toast {
  readonly text: string;
  /** Where the proof is. */
  readonly link?: { readonly word: string; readonly to: readonly string[] };
}

/** The result of what somebody just did, on the page where they did it. Never for errors. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly shown = signal<Toast | undefined>(undefined);
  readonly current = this.shown.asReadonly();

  show(toast: Toast): void {
    this.shown.set(toast);
  }

  clear(): void {
    this.shown.set(undefined);
  }
}
