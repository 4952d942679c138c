import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { type ActivatedRouteSnapshot, NavigationEnd, Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { helpOfPath } from '@toonbank/guide/portal';
import { Icon } from '@toonbank/ui/look';
import { filter, map, startWith } from 'rxjs';

/** The guide's page for the page one is on: the route says which, as `data.help`, else its address. */
@Component({
  selector: 'tb-help-link',
  imports: [RouterLink, TranslocoDirective, Icon],
  template: `<ng-container *transloco="let t; prefix: 'shell'">
    <a class="ibtn" [routerLink]="link()" [attr.aria-label]="t('help')" [title]="t('help')">
      <tb-icon name="circle-question-mark" />
    </a>
  </ng-container>`,
})
export class HelpLink {
  private readonly router = inject(Router);
  private readonly page = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      startWith(undefined),
      map(() => helpOf(this.router.routerState.snapshot.root) ?? helpOfPath(this.router.url)),
    ),
  );
  protected readonly link = computed(() => ['/help', this.page() ?? 'index']);
}

function helpOf(route: ActivatedRouteSnapshot): string | undefined {
  const deeper = route.firstChild && helpOf(route.firstChild);
  return deeper ?? (route.data['help'] as string | undefined);
}
