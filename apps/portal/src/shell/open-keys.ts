import { Dialog } from '@angular/cdk/dialog';
import type { Injector } from '@angular/core';
import { KeyList } from './key-list';

/** Apart, so that dialogs are no part of the first page. */
export function openKeys(injector: Injector): void {
  injector.get(Dialog).open(KeyList, { restoreFocus: true });
}
