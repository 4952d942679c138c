import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { Environment, Id } from '@toonbank/primitives';
import { type SnippetLanguage, snippetLanguages, snippets } from '@toonbank/shop/contract/snippets';
import { JustIssued } from '@toonbank/shop/portal/parts';
import { type Tab, Tabs } from '@toonbank/ui/lists';
import { Verbatim } from '@toonbank/ui/messages';
import { lastRead, Note } from '@toonbank/ui/states';
import { KeysApi } from './keys-api';
import { SigningMoment } from './signing-moment';

const names: Readonly<Record<SnippetLanguage, string>> = {
  php: 'PHP',
  node: 'Node',
  curl: 'curl',
};

/** A small shop that works as it stands, with this webshop's values in it. */
@Component({
  selector: 'tb-snippet-page',
  imports: [RouterLink, TranslocoDirective, Note, SigningMoment, Tabs, Verbatim],
  templateUrl: './snippet-page.html',
  styles: `
    .facts,
    tb-note {
      margin-block: var(--s-16);
    }
  `,
})
export class SnippetPage {
  /** From the address: `/:environment/webshops/:id/snippet?in=`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();
  readonly in = input<string>();

  private readonly issued = inject(JustIssued);
  private readonly session = inject(SessionApi);
  /** The portal and the API have one origin. */
  protected readonly apiUrl = inject(DOCUMENT).location.origin;
  protected readonly mayIssue = this.session.has('api-keys:write');
  protected readonly names = names;

  protected readonly language = computed(
    () => snippetLanguages.find((language) => language === this.in()) ?? 'php',
  );
  protected readonly keys = computed(() => this.issued.of(this.id(), this.environment()));
  protected readonly place = computed(() => ({
    webshopId: this.id(),
    environment: this.environment(),
  }));
  protected readonly read = inject(KeysApi).versions(() =>
    this.keys().pair?.id ? this.place() : undefined,
  );
  private readonly versions = lastRead(this.read);
  /** The pair of the example, while another one still signs: what returns is not signed with its key. */
  protected readonly waiting = computed(() =>
    this.versions()?.items.find(
      ({ id, state }) => id === this.keys().pair?.id && state === 'proven',
    ),
  );
  protected readonly text = computed(() => {
    const { apiKey, pair } = this.keys();
    const values = { apiUrl: this.apiUrl, webshopId: this.id() };
    return snippets({ ...values, apiKey, signingKey: pair?.signingKey })[this.language()];
  });
  protected readonly tabs = computed<readonly Tab[]>(() =>
    snippetLanguages.map((language) => ({
      word: names[language],
      link: ['/', this.environment(), 'webshops', this.id(), 'snippet'],
      query: { in: language },
      isHere: language === this.language(),
    })),
  );
}
