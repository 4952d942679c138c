import { Dialog } from '@angular/cdk/dialog';
import type { Injector } from '@angular/core';
import { Finder } from './finder';

/** Apart, so that dialogs are no part of the first page. */
export function openFinder(injector: Injector): void {
  injector.get(Dialog).open(Finder, { panelClass: 'tb-top', restoreFocus: true });
}
