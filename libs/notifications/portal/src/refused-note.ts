import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import { Formats, LanguageChoice } from '@toonbank/ui/look';
import { lastRead, Note } from '@toonbank/ui/states';
import { notificationWords } from './notification-words';
import { NotificationsApi } from './notifications-api';

/**
 * Which messages were refused since the pair in use was entered, and what that may mean. Nothing stands
 * here when there are none, or when nobody knows.
 */
@Component({
  selector: 'tb-refused-note',
  imports: [TranslocoDirective, Note],
  // Shown on pages of rooms below, which don't know these words.
  providers: [notificationWords],
  template: `<ng-container *transloco="let t; prefix: 'notifications.refused'">
    @if (own(); as said) {
      <tb-note tone="info">
        <p>
          <strong>{{ t(said.count === 1 ? 'ownOne' : 'own', said) }}</strong>
        </p>
        <p>{{ t(said.verified ? 'othersVerify' : 'noneVerified', said) }}</p>
        <p>{{ t('anybody') }}</p>
      </tb-note>
    }
    @if (unknown(); as said) {
      <tb-note tone="info">
        <p>
          <strong>{{ t(said.count === 1 ? 'unknownOne' : 'unknown', said) }}</strong>
          @if (said.poiIds) {
            {{ t('poiIds', said) }}
          }
        </p>
        <p>{{ t('unknownMeans') }}</p>
        <p>{{ t('anybody') }}</p>
      </tb-note>
    }
  </ng-container>`,
  styles: `
    :host {
      display: grid;
      gap: var(--s-12);
    }
  `,
})
export class RefusedNote {
  readonly webshop = input.required<Id>();
  readonly environment = input.required<Environment>();

  private readonly formats = inject(Formats);
  private readonly language = inject(LanguageChoice);
  private readonly known = lastRead(
    inject(NotificationsApi).refused(() => ({
      webshopId: this.webshop(),
      environment: this.environment(),
    })),
  );
  protected readonly own = computed(() => {
    this.language.current();
    const { since, noKeyFits, lastVerifiedAt } = this.known() ?? {};
    if (!since || !noKeyFits) return undefined;
    const verified = lastVerifiedAt ? this.formats.dayAndTime(lastVerifiedAt) : null;
    return { ...this.said(since, noKeyFits), verified };
  });
  /** Of a webshop of which messages verify, they are not. */
  protected readonly unknown = computed(() => {
    this.language.current();
    const { since, unknownWebshop, lastVerifiedAt } = this.known() ?? {};
    if (!since || !unknownWebshop || lastVerifiedAt) return undefined;
    return { ...this.said(since, unknownWebshop), poiIds: unknownWebshop.poiIds.join(', ') };
  });

  private said(since: string, { count, lastAt }: { count: number; lastAt: string }) {
    return {
      count,
      many: this.formats.count(count),
      since: this.formats.dayAndTime(since),
      last: this.formats.dayAndTime(lastAt),
    };
  }
}
