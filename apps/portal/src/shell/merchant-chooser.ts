import { DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { MerchantPage, merchantsPath } from '@toonbank/merchant/contract';
import { type Choice, type ChoiceGroup, Chooser } from './chooser';
import { MerchantInUse } from './merchant-in-use';
import { RecentMerchants } from './recent-merchants';

const all: string = 'all';

/** All merchants, or one: the last five first, then whose name begins with what is typed. */
@Component({
  selector: 'tb-merchant-chooser',
  imports: [Chooser],
  template: `<tb-chooser
    [label]="words.translate('shell.findMerchant')"
    [(text)]="text"
    [groups]="groups()"
    [says]="says()"
    (chosen)="take($event)"
  />`,
})
export class MerchantChooser {
  protected readonly words = inject(TranslocoService);
  private readonly dialog = inject(DialogRef);
  private readonly inUse = inject(MerchantInUse);
  private readonly recent = inject(RecentMerchants);
  protected readonly text = signal('');

  private readonly found = httpResource(
    () => {
      const search = this.text().trim();
      return { url: `/${merchantsPath}`, params: { limit: 20, ...(search && { search }) } };
    },
    { parse: (answer) => MerchantPage.parse(answer) },
  );

  protected readonly groups = computed<readonly ChoiceGroup[]>(() => {
    const isTyped = this.text().trim() !== '';
    const found = this.found.hasValue() ? this.found.value().items : [];
    const choices = found.map(({ id, name }) => choiceOf(id, name));
    const recent = isTyped ? [] : this.recent.all().map(({ id, name }) => choiceOf(id, name));
    const seen = new Set(recent.map(({ id }) => id));
    const every = choiceOf(all, this.words.translate('shell.allMerchants'));
    return [
      { name: this.words.translate('shell.everybody'), choices: isTyped ? [] : [every] },
      { name: this.words.translate('shell.recent'), choices: recent },
      {
        name: this.words.translate('shell.places.merchants'),
        choices: choices.filter(({ id }) => !seen.has(id)),
      },
    ].filter((group) => group.choices.length > 0);
  });
  protected readonly says = computed(() =>
    this.found.hasValue() && this.groups().length === 0
      ? this.words.translate<string>('shell.noMerchant')
      : '',
  );

  protected take({ id, word }: Choice): void {
    this.dialog.close();
    if (id !== all) this.recent.add({ id, name: word });
    void this.inUse.choose(id === all ? undefined : id);
  }
}

function choiceOf(id: string, word: string): Choice {
  return { id, word, icon: id === all ? 'users' : 'store' };
}
