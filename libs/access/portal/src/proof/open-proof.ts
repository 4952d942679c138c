import { Dialog } from '@angular/cdk/dialog';
import type { Injector } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ProofDialog } from './proof-dialog';
import type { ProofReason } from './proofs';

/** Apart, so that dialogs are no part of the first page. True when the password was right. */
export async function openProof(injector: Injector, reason: ProofReason): Promise<boolean> {
  const dialog = injector.get(Dialog).open<boolean, ProofReason>(ProofDialog, {
    data: reason,
    restoreFocus: true,
    // Who comes by an unwatched screen whose session has ended sees nothing of the page.
    backdropClass: reason === 'ended' ? 'tb-curtain' : 'cdk-overlay-dark-backdrop',
    disableClose: reason === 'ended',
  });
  return (await firstValueFrom(dialog.closed)) === true;
}
