import { Dialog } from '@angular/cdk/dialog';
import type { Injector } from '@angular/core';
import { MerchantChooser } from './merchant-chooser';

/** Apart, so that dialogs are no part of the first page. */
export function openMerchantChooser(injector: Injector): void {
  injector.get(Dialog).open(MerchantChooser, { panelClass: 'tb-top', restoreFocus: true });
}
