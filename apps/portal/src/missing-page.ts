import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, PageHead } from '@toonbank/ui/look';
import { waysOn } from '@toonbank/ui/states';

/** For addresses that lead nowhere, for somebody who is signed in; inside the shell, with the search at hand. */
@Component({
  selector: 'tb-missing-page',
  imports: [RouterLink, TranslocoDirective, Icon, PageHead],
  template: `<ng-container *transloco="let t; prefix: 'lost'">
    <tb-page-head [title]="t('title')" [lead]="t('more')" />
    <p class="ways">
      <button class="btn pri" type="button" (click)="ways.search()">
        <tb-icon name="search" [size]="14" />{{ t('find') }}
      </button>
      <a class="btn" routerLink="/">{{ t('back') }}</a>
    </p>
  </ng-container>`,
  styles: `
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-8);
    }
  `,
})
export class MissingPage {
  protected readonly ways = inject(waysOn);
}
