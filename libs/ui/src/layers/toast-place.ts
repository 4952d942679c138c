import { Component, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../look/icon';
import { Toasts } from './toasts';

const shownMs = 6_000;

/** Where toasts appear: for six seconds, longer while a pointer or the focus rests on them. */
@Component({
  selector: 'tb-toast-place',
  imports: [RouterLink, TranslocoDirective, Icon],
  template: `<ng-container *transloco="let t; prefix: 'ui.dialog'">
    @if (toasts.current(); as toast) {
      <div
        class="toast"
        (mouseenter)="held.set(true)"
        (mouseleave)="held.set(false)"
        (focusin)="held.set(true)"
        (focusout)="held.set(false)"
      >
        <tb-icon name="circle-check" />
        <span>{{ toast.text }}</span>
        @if (toast.link; as link) {
          <a [routerLink]="link.to">{{ link.word }}</a>
        }
        <button class="ibtn" type="button" (click)="toasts.clear()" [attr.aria-label]="t('close')">
          <tb-icon name="x" [size]="14" />
        </button>
      </div>
    }
  </ng-container>`,
  host: { role: 'status' },
  styles: `
    :host {
      position: fixed;
      inset: auto var(--s-16) var(--s-16) auto;
      z-index: 30;
    }
    .toast {
      display: flex;
      align-items: center;
      gap: var(--s-12);
      max-width: min(30rem, calc(100vw - 2rem));
      padding: var(--s-4) var(--s-4) var(--s-4) var(--s-16);
      border-radius: var(--r-3);
      background: var(--ink);
      color: var(--bg);
      box-shadow: var(--shadow-menu);
      font-size: var(--t-13);
    }
    a,
    .ibtn {
      color: inherit;
    }
    .ibtn:hover {
      background: none;
      opacity: 0.8;
    }
    :focus-visible {
      outline-color: currentcolor;
      outline-offset: -3px;
    }
    @media (max-width: 47.99rem) {
      :host {
        inset: auto var(--s-16) 5rem;
      }
    }
  `,
})
export class ToastPlace {
  protected readonly toasts = inject(Toasts);
  protected readonly held = signal(false);

  constructor() {
    effect((onCleanup) => {
      if (!this.toasts.current() || this.held()) return;
      const timer = setTimeout(() => this.toasts.clear(), shownMs);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
