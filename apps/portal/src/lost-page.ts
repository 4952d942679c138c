import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';

/** For addresses that lead nowhere, or nowhere for this person. */
@Component({
  selector: 'tb-lost-page',
  imports: [RouterLink, TranslocoDirective],
  template: `<main id="main" *transloco="let t; prefix: 'lost'">
    <h1>{{ t(forbidden() ? 'forbidden' : 'title') }}</h1>
    <p class="soft">{{ t(forbidden() ? 'forbiddenMore' : 'more') }}</p>
    <p>
      <a class="btn pri" routerLink="/">{{ t('back') }}</a>
    </p>
  </main>`,
  styles: `
    :host {
      display: block;
      min-height: 100vh;
      background: var(--bg);
    }
    main {
      display: grid;
      gap: var(--s-16);
      max-width: 34rem;
      padding: var(--s-64) var(--s-24);
    }
  `,
})
export class LostPage {
  /** From the route: the page exists, but this person lacks the right. */
  readonly forbidden = input<boolean>();
}
