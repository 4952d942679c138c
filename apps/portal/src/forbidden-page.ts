import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHead } from '@toonbank/ui/look';

/** A page that exists, for somebody who lacks the right; inside the shell, so that the way on is beside it. */
@Component({
  selector: 'tb-forbidden-page',
  imports: [RouterLink, TranslocoDirective, PageHead],
  template: `<ng-container *transloco="let t; prefix: 'lost'">
    <tb-page-head [title]="t('forbidden')" [lead]="t('forbiddenMore')" />
    <a class="btn pri" routerLink="/">{{ t('back') }}</a>
  </ng-container>`,
})
export class ForbiddenPage {}
