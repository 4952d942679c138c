import { Dialog } from '@angular/cdk/dialog';
import type { Injector } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog } from './confirm-dialog';
import type { Confirmed, Question } from '../layers/confirmations';

/** Apart, so that dialogs are no part of the first page. */
export async function openConfirmation(injector: Injector, question: Question): Promise<boolean> {
  const dialog = injector
    .get(Dialog)
    .open<Confirmed, Question>(ConfirmDialog, { data: question, restoreFocus: true });
  return (await firstValueFrom(dialog.closed)) !== undefined;
}
