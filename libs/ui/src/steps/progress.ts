import { Component, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../look/formats';

/**
 * Long work: how much of it is done, how long it may still take, and a way to stop it. Of work whose
 * length nobody knows only what is done is told.
 */
@Component({
  selector: 'tb-progress',
  imports: [TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: 'ui.progress'">
    <p class="line">
      <b [id]="id">{{ what() }}</b>
      @if (total(); as total) {
        <span>{{ t('of', { done: formats.count(done()), total: formats.count(total) }) }}</span>
      } @else {
        <span>{{ t('soFar', { done: formats.count(done()) }) }}</span>
      }
      @if (leftMs(); as ms) {
        <span>{{ t('left', { span: formats.span(ms) }) }}</span>
      }
    </p>
    @if (total(); as total) {
      <progress [value]="done()" [max]="total" [attr.aria-labelledby]="id">
        {{ formats.percent(done() / total) }}
      </progress>
    } @else {
      <progress class="open" [attr.aria-labelledby]="id"></progress>
    }
    <p class="line">
      <span class="soft">{{ t('leave') }}</span>
      <button class="btn sm" type="button" (click)="stopped.emit()">{{ t('stop') }}</button>
    </p>
  </ng-container>`,
  styles: `
    :host {
      display: grid;
      gap: var(--s-6);
      font-size: var(--t-13);
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--s-4) var(--s-12);
    }
    b {
      font-weight: var(--w-mid);
      margin-inline-end: auto;
    }
    progress {
      width: 100%;
      height: 6px;
      overflow: hidden;
      border: 0;
      border-radius: 3px;
      appearance: none;
      background: var(--rule-2);
    }
    progress::-webkit-progress-bar {
      background: var(--rule-2);
    }
    progress::-webkit-progress-value {
      background: var(--accent);
    }
    progress::-moz-progress-bar {
      background: var(--accent);
    }
    /* It goes on, nobody knows how far: stripes, which only move for who wants movement. */
    .open {
      background: repeating-linear-gradient(-45deg, var(--accent) 0 6px, var(--rule-2) 6px 12px);
      background-size: 200% 100%;
    }
    .open::-webkit-progress-bar {
      background: none;
    }
    .open::-moz-progress-bar {
      background: none;
    }
    @media (prefers-reduced-motion: no-preference) {
      .open {
        animation: on 1.2s linear infinite;
      }
    }
    @keyframes on {
      from {
        background-position-x: -16.97px;
      }
    }
  `,
})
export class Progress {
  readonly what = input.required<string>();
  readonly done = input.required<number>();
  /** Null: unknown. */
  readonly total = input.required<number | null>();
  /** Milliseconds that are left, when they can be told. */
  readonly leftMs = input<number>();
  readonly stopped = output();

  protected readonly formats = inject(Formats);
  protected readonly id = `tb-progress-${next++}`;
}

let next = 0;
