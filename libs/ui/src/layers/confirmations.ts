import { inject, Injectable, Injector } from '@angular/core';
import type { LedgerLine } from '../ledger/ledger';

export interface Question {
  readonly title: string;
  /** What it means, a sentence a line. */
  readonly says: readonly string[];
  readonly ledger?: { readonly lines: readonly LedgerLine[]; readonly total: string };
  /** Names the act: never "OK". */
  readonly act: string;
  /** It can't be undone. */
  readonly isFinal?: boolean;
  /** 3 to 200 characters, kept in the audit log. */
  readonly asksReason?: boolean;
  /** The act itself: a problem it meets is shown in the dialog, which stays open. */
  readonly does: (confirmed: Confirmed) => Promise<unknown>;
}

export interface Confirmed {
  /** Empty when none was asked. */
  readonly reason: string;
}

/** Asks a person before an act, and does it. The dialog is fetched when it is first needed. */
@Injectable({ providedIn: 'root' })
export class Confirmations {
  private readonly injector = inject(Injector);

  /** True when it was confirmed and done; false when the person thought better of it. */
  async ask(question: Question): Promise<boolean> {
    const { openConfirmation } = await import('../dialogs/open-confirmation');
    return openConfirmation(this.injector, question);
  }
}
