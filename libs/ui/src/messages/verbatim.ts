import { Component, computed, inject, input } from '@angular/core';
import { Clipboard } from '@angular/cdk/clipboard';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../look/formats';
import { Icon } from '../look/icon';
import { StatusChip } from '../look/status-chip';

/**
 * What was said, word for word, with its size and what became of its signature. JSON is set out over
 * lines for reading; what is copied is what came.
 */
@Component({
  selector: 'tb-verbatim',
  imports: [TranslocoDirective, Icon, StatusChip],
  template: `<ng-container *transloco="let t; prefix: 'ui.verbatim'">
    <p class="head">
      <span>{{ name() }}</span>
      <span>{{ t('bytes', { count: formats.count(bytes()) }) }}</span>
      @if (verdict() !== 'unknown') {
        <tb-status-chip
          [icon]="verdict() === 'valid' ? 'circle-check' : 'circle-x'"
          [tone]="verdict() === 'valid' ? 'ok' : 'bad'"
          [word]="t(verdict())"
        />
      }
      <button
        type="button"
        (click)="clipboard.copy(text())"
        [attr.aria-label]="t('copy')"
        [title]="t('copy')"
      >
        <tb-icon name="copy" [size]="13" />
      </button>
    </p>
    <!-- Scrolls by itself, so the keyboard must reach it. -->
    <!-- prettier-ignore -->
    <pre tabindex="0" role="region" [attr.aria-label]="name()">{{ shown() }}</pre>
  </ng-container>`,
  styles: `
    :host {
      display: block;
      overflow: hidden;
      margin-top: var(--s-8);
      border: 1px solid var(--rule-2);
      border-radius: var(--r-2);
      background: var(--sunken);
    }
    .head {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-4) var(--s-12);
      min-height: 2rem;
      padding: var(--s-4) 2.5rem var(--s-4) var(--s-12);
      border-bottom: 1px solid var(--rule);
      background: var(--bg-2);
      color: var(--ink-2);
      font-size: var(--t-12);
    }
    button {
      position: absolute;
      inset-inline-end: var(--s-4);
      top: 0.25rem;
      display: grid;
      place-items: center;
      width: 1.5rem;
      height: 1.5rem;
      border: 0;
      border-radius: var(--r-1);
      background: none;
      color: var(--ink-3);
    }
    button:hover {
      color: var(--accent);
    }
    pre {
      max-height: 22rem;
      padding: var(--s-8) var(--s-12);
      overflow: auto;
      font-size: 0.75rem;
      line-height: 1.55;
      white-space: pre;
    }
    pre:focus-visible {
      outline-offset: -2px;
    }
  `,
})
export class Verbatim {
  readonly name = input.required<string>();
  readonly text = input.required<string>();
  readonly verdict = input<'valid' | 'invalid' | 'unknown'>('unknown');

  protected readonly formats = inject(Formats);
  protected readonly clipboard = inject(Clipboard);
  protected readonly bytes = computed(() => new TextEncoder().encode(this.text()).length);
  protected readonly shown = computed(() => {
    try {
      return JSON.stringify(JSON.parse(this.text()), null, 2);
    } catch {
      return this.text();
    }
  });
}
