import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, type IconName } from '../look/icon';

export interface Step {
  readonly name: string;
  /** When, by whom, or what is expected. */
  readonly more?: string;
  readonly state: 'done' | 'current' | 'waiting';
  /** Where the step is done; none while it can't be gone to. */
  readonly link?: readonly string[];
}

const icons = {
  done: 'circle-check',
  current: 'circle-dot',
  waiting: 'circle',
} as const satisfies Record<Step['state'], IconName>;

/** All the steps of something that is done in several, and where one stands. */
@Component({
  selector: 'tb-stepper',
  imports: [RouterLink, TranslocoDirective, Icon],
  template: `<ol *transloco="let t; prefix: 'ui.steps'">
    @for (step of steps(); track step.name) {
      <li [class]="step.state" [attr.aria-current]="step.state === 'current' ? 'step' : null">
        <b>
          <tb-icon [name]="icons[step.state]" [size]="15" />
          @if (step.link && step.state !== 'current') {
            <a [routerLink]="step.link">{{ step.name }}</a>
          } @else {
            {{ step.name }}
          }
          <span class="sr">{{ t(step.state) }}</span>
        </b>
        @if (step.more) {
          <span>{{ step.more }}</span>
        }
      </li>
    }
  </ol>`,
  styles: `
    ol {
      display: grid;
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
      border-block: 1px solid var(--rule-2);
    }
    li {
      position: relative;
      display: grid;
      align-content: start;
      gap: var(--s-2);
      padding: var(--s-12);
      border-inline-start: 1px solid var(--rule);
      font-size: var(--t-13);
    }
    li:first-child {
      border-inline-start: 0;
    }
    b {
      display: flex;
      align-items: center;
      gap: var(--s-6);
      color: var(--ink-2);
      font-weight: var(--w-mid);
    }
    a {
      color: inherit;
      text-decoration-color: var(--rule-2);
    }
    tb-icon {
      color: var(--ink-3);
    }
    span {
      color: var(--ink-3);
      font-size: var(--t-12);
      line-height: 1.35;
    }
    .done b {
      color: var(--ink);
    }
    .done tb-icon {
      color: var(--ok);
    }
    [aria-current] {
      background: var(--accent-tint);
      box-shadow: inset 0 3px 0 var(--accent);
    }
    [aria-current] b {
      color: var(--ink);
      font-weight: var(--w-head);
    }
    [aria-current] tb-icon {
      color: var(--accent);
    }
    [aria-current] span {
      color: var(--ink-2);
    }
    @media (max-width: 63.99rem) {
      ol {
        grid-auto-flow: row;
      }
      li {
        padding-block: var(--s-8);
        border-inline-start: 0;
        border-top: 1px solid var(--rule);
      }
      li:first-child {
        border-top: 0;
      }
      [aria-current] {
        box-shadow: inset 3px 0 0 var(--accent);
      }
    }
  `,
})
export class Stepper {
  readonly steps = input.required<readonly Step[]>();

  protected readonly icons = icons;
}
