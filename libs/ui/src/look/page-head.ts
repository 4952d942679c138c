import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from './icon';

export interface Crumb {
  readonly word: string;
  readonly link: readonly string[];
}

/**
 * How a page begins: where it stands, what it is, one sentence that gives the verdict, and its acts on
 * the right. Content: `tb-status-chip` goes beside the title, `[lead]` below it, `[act]` to the right.
 */
@Component({
  selector: 'tb-page-head',
  imports: [RouterLink, Icon],
  template: `@if (crumbs().length > 0) {
      <ol class="crumb">
        @for (crumb of crumbs(); track $index) {
          <li>
            <a [routerLink]="crumb.link" queryParamsHandling="">{{ crumb.word }}</a>
            <tb-icon name="chevron-right" [size]="12" />
          </li>
        }
      </ol>
    }
    <header>
      <div class="title">
        @if (above()) {
          <p class="meta">{{ above() }}</p>
        }
        <h1>
          <span [class.mono]="mono()">{{ title() }}</span>
          <ng-content select="tb-status-chip" />
        </h1>
        @if (lead()) {
          <p class="lead">{{ lead() }}</p>
        }
        <ng-content select="[lead]" />
      </div>
      <div class="acts"><ng-content select="[act]" /></div>
    </header>`,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--s-20);
    }
    .crumb {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-4) var(--s-6);
      margin-bottom: var(--s-8);
      color: var(--ink-3);
      font-size: var(--t-13);
    }
    .crumb li {
      display: inline-flex;
      align-items: center;
      gap: var(--s-6);
    }
    .crumb li:last-child tb-icon {
      display: none;
    }
    .crumb a {
      color: var(--ink-2);
      text-decoration: none;
    }
    .crumb a:hover {
      color: var(--accent);
      text-decoration: underline;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      gap: var(--s-12) var(--s-16);
    }
    .title {
      flex: 1 1 20rem;
      min-width: 0;
    }
    h1 {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-6) var(--s-12);
      overflow-wrap: anywhere;
    }
    h1 .mono {
      font-weight: var(--w-body);
    }
    .meta + h1 {
      margin-top: var(--s-4);
    }
    .meta::first-letter {
      text-transform: uppercase;
    }
    .lead {
      max-width: 68ch;
      margin-top: var(--s-6);
      color: var(--ink-2);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-8);
    }
    .acts:empty {
      display: none;
    }
    @media (max-width: 47.99rem) {
      .acts {
        width: 100%;
      }
      .acts ::ng-deep > .btn {
        flex: 1 1 auto;
      }
    }
  `,
})
export class PageHead {
  readonly title = input.required<string>();
  readonly lead = input<string>();
  /** A small line above the title, such as the day. */
  readonly above = input<string>();
  /** Parents only, the nearest last. */
  readonly crumbs = input<readonly Crumb[]>([]);
  /** The title is an id or a number. */
  readonly mono = input(false);
}
