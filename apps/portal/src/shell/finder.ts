import { DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { searchPath, SearchResult } from '@toonbank/cockpit/contract';
import { Formats } from '@toonbank/ui/look';
import { lastRead } from '@toonbank/ui/states';
import { type Choice, type ChoiceGroup, Chooser } from './chooser';
import { EnvironmentInUse } from './environment-in-use';
import { Navigation } from './navigation';

/** A pause in typing after which the server is asked. */
const restMs = 150;
const shortest = 2;

type Target = Choice & { readonly link: readonly string[] };

/** Search over orders, webshops and merchants, and the way to every page: opens with Control K. */
@Component({
  selector: 'tb-finder',
  imports: [Chooser],
  template: `<tb-chooser
    [label]="words.translate('shell.find')"
    [(text)]="text"
    [groups]="groups()"
    [says]="says()"
    (chosen)="open($event)"
  />`,
})
export class Finder {
  protected readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  private readonly dialog = inject(DialogRef);
  private readonly inUse = inject(EnvironmentInUse);
  private readonly navigation = inject(Navigation);
  protected readonly text = signal('');
  private readonly rested = signal('');

  private readonly search = httpResource(
    () => {
      const q = this.rested();
      if (q.length < shortest) return undefined;
      return { url: `/${searchPath}`, params: { q, environment: this.inUse.current() } };
    },
    { parse: (answer) => SearchResult.parse(answer) },
  );
  private readonly found = lastRead(this.search);

  protected readonly groups = computed<readonly ChoiceGroup[]>(() => {
    const found = this.rested().length < shortest ? undefined : this.found();
    const groups = [
      { name: this.word('places.orders'), choices: this.orders(found) },
      { name: this.word('places.webshops'), choices: this.webshops(found) },
      { name: this.word('places.merchants'), choices: this.merchants(found) },
      { name: this.word('goTo'), choices: this.pages() },
    ];
    return groups.filter(({ choices }) => choices.length > 0);
  });
  protected readonly says = computed(() => {
    if (this.search.isLoading()) return this.word('seeking');
    if (this.search.error()) return this.word('notFoundOut');
    return this.groups().length === 0 ? this.word('nothingFound') : '';
  });

  constructor() {
    effect((onCleanup) => {
      const text = this.text().trim();
      const timer = setTimeout(() => this.rested.set(text), restMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected open(choice: Choice): void {
    this.dialog.close();
    void this.router.navigate([...(choice as Target).link]);
  }

  private orders(found: SearchResult | undefined): Target[] {
    return (found?.orders ?? []).map(({ id, merchantOrderId, host, createdAt, total }) => ({
      id,
      icon: 'receipt-text',
      word: merchantOrderId,
      isMono: true,
      more: `${host}, ${this.formats.short(createdAt)}`,
      end: this.formats.amount(total.amount),
      link: ['/', this.inUse.current(), 'orders', id],
    }));
  }

  private webshops(found: SearchResult | undefined): Target[] {
    return (found?.webshops ?? []).map(({ id, host, merchantName }) => ({
      id,
      icon: 'globe',
      word: host,
      more: merchantName,
      link: ['/', this.inUse.current(), 'webshops', id],
    }));
  }

  private merchants(found: SearchResult | undefined): Target[] {
    return (found?.merchants ?? []).map(({ id, name }) => ({
      id,
      icon: 'store',
      word: name,
      link: ['/merchants', id],
    }));
  }

  /** Pages whose name begins with what is typed; all of them while nothing is. */
  private pages(): Target[] {
    const typed = this.text().trim().toLowerCase();
    return this.navigation
      .entries()
      .map(({ path, icon, word, link }) => ({
        id: path,
        icon,
        word: this.word(`places.${word}`),
        link,
      }))
      .filter(({ word }) => word.toLowerCase().startsWith(typed));
  }

  private word(key: string): string {
    return this.words.translate<string>(`shell.${key}`);
  }
}
