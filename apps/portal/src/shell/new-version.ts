import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PortalVersion } from './portal-version';

/** Says that the portal was renewed since this tab was opened; reloading is the person's to decide. */
@Component({
  selector: 'tb-new-version',
  imports: [TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: 'shell'">
    @if (version.isStale()) {
      <p role="status">
        {{ t('newVersion') }}
        <button class="btn sm" type="button" (click)="reload()">{{ t('reload') }}</button>
      </p>
    }
  </ng-container>`,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      gap: var(--s-4) var(--s-12);
      padding: var(--s-6) var(--s-16);
      background: var(--info-tint);
      color: var(--info);
      font-size: var(--t-13);
    }
  `,
})
export class NewVersion {
  protected readonly version = inject(PortalVersion);

  protected reload(): void {
    location.reload();
  }
}
