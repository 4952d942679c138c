import { Component, computed, inject } from '@angular/core';
import { TranslocoService, TranslocoDirective } from '@jsverse/transloco';
import { KeyMap } from '@toonbank/ui/keyboard';
import { Dialog } from '@toonbank/ui/dialogs';

/** The keys that work here and now, and a switch for those that are single letters. */
@Component({
  selector: 'tb-key-list',
  imports: [Dialog, TranslocoDirective],
  template: `<tb-dialog *transloco="let t; prefix: 'shell.keys'" [title]="t('title')">
    <dl>
      @for (row of rows(); track row.keys) {
        <div>
          <dt>{{ row.word }}</dt>
          <dd>
            @for (key of row.parts; track $index) {
              <kbd>{{ key }}</kbd>
            }
          </dd>
        </div>
      }
    </dl>
    <label class="check">
      <input type="checkbox" [checked]="map.letters()" (change)="map.useLetters(!map.letters())" />
      {{ t('letters') }}
    </label>
  </tb-dialog>`,
  styles: `
    div {
      display: flex;
      justify-content: space-between;
      gap: var(--s-16);
      padding-block: var(--s-6);
      border-bottom: 1px solid var(--rule);
      font-size: var(--t-13);
    }
    dd {
      display: flex;
      gap: var(--s-4);
    }
  `,
})
export class KeyList {
  protected readonly map = inject(KeyMap);
  private readonly words = inject(TranslocoService);
  protected readonly rows = computed(() => {
    const named = new Map(this.map.all().map((binding) => [binding.keys, binding]));
    return [...named.values()].map(({ keys, word }) => ({
      keys,
      word: this.words.translate<string>(word),
      parts: keys.replace('ctrl+', 'Ctrl ').toUpperCase().split(' '),
    }));
  });
}
