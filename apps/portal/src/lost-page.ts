import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';

/** For addresses that lead nowhere, for who is not signed in. */
@Component({
  selector: 'tb-lost-page',
  imports: [RouterLink, TranslocoDirective],
  template: `<main id="main" *transloco="let t; prefix: 'lost'">
    <h1>{{ t('title') }}</h1>
    <p class="soft">{{ t('address') }}</p>
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
export class LostPage {}
