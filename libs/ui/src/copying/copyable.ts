import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Icon } from '../look/icon';
import { Speaker } from '../look/speaker';

const shownMs = 1_500;

/** An id, an address or a key in monospace, whole or by its ends, and a button that copies all of it. */
@Component({
  selector: 'tb-copyable',
  imports: [TranslocoDirective, Icon],
  template: `<ng-container *transloco="let t; prefix: 'ui.copy'">
    <span class="text" [title]="short() ? value() : null">{{ shown() }}</span>
    <button
      type="button"
      (click)="copy()"
      [attr.aria-label]="t('do', { what: what() })"
      [title]="t('do', { what: what() })"
    >
      <tb-icon [name]="copied() ? 'check' : 'copy'" [size]="13" />
    </button>
  </ng-container>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--s-4);
      max-width: 100%;
      font-family: var(--mono);
      font-size: 0.8125rem;
    }
    .text {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    button {
      display: inline-grid;
      flex: none;
      place-items: center;
      width: 1.5rem;
      height: 1.5rem;
      border: 0;
      border-radius: var(--r-1);
      background: none;
      color: var(--ink-3);
    }
    button:hover {
      background: var(--accent-tint);
      color: var(--accent);
    }
    @media (pointer: coarse) {
      button {
        width: 2.75rem;
        height: 2.75rem;
        margin-block: -0.6rem;
      }
    }
  `,
})
export class Copyable {
  readonly value = input.required<string>();
  /** What it is, for the name of the button: `poiId`. */
  readonly what = input.required<string>();
  /** First four … last four. */
  readonly short = input(false);

  private readonly clipboard = inject(Clipboard);
  private readonly speaker = inject(Speaker);
  private readonly words = inject(TranslocoService);
  protected readonly copied = signal(false);
  protected readonly shown = computed(() => {
    const value = this.value();
    return this.short() && value.length > 11 ? `${value.slice(0, 4)}…${value.slice(-4)}` : value;
  });

  protected copy(): void {
    if (!this.clipboard.copy(this.value())) return;
    this.copied.set(true);
    void this.speaker.say(this.words.translate('ui.copy.done'));
    setTimeout(() => this.copied.set(false), shownMs);
  }
}
