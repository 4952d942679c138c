import { Component, computed, effect, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Note } from '@toonbank/ui/states';
import { accessWords } from '../access-words';
import { SessionApi } from '../session-api';
import { IdleWatch } from './idle-watch';
import { Proofs } from './proofs';

/** Says two minutes before that the session is about to end, and asks for the password when it has. */
@Component({
  selector: 'tb-idle-warning',
  imports: [TranslocoDirective, Note],
  providers: [accessWords],
  template: `<ng-container *transloco="let t; prefix: 'access.idle'">
    @if (watch.isNear() && !watch.isOver()) {
      <tb-note tone="warn" icon="clock">
        <p>
          <b>{{ t('title') }}</b> <span aria-hidden="true">{{ left() }}</span>
        </p>
        <p>{{ t('says') }}</p>
        <p>
          <button class="btn sm" type="button" (click)="stay()">{{ t('stay') }}</button>
        </p>
      </tb-note>
    }
  </ng-container>`,
  host: { role: 'status' },
  styles: `
    :host {
      position: fixed;
      z-index: 20;
      inset: auto var(--s-16) var(--s-16) auto;
      width: min(24rem, calc(100vw - 2rem));
    }
    tb-note {
      box-shadow: var(--shadow-menu);
    }
  `,
})
export class IdleWarning {
  protected readonly watch = inject(IdleWatch);
  private readonly session = inject(SessionApi);
  private readonly proofs = inject(Proofs);
  protected readonly left = computed(() => {
    const seconds = Math.ceil((this.watch.leftMs() ?? 0) / 1_000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  });

  constructor() {
    effect(() => {
      if (this.watch.isOver()) this.proofs.sessionEnded();
    });
  }

  protected async stay(): Promise<void> {
    // Without a connection the warning stays; the session that has ended asks for itself.
    await this.session.renew().catch(() => undefined);
  }
}
