import { Component, computed, inject, Injector } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { TranslocoDirective } from '@jsverse/transloco';
import { Merchant, merchantsPath } from '@toonbank/merchant/contract';
import { KeyMap } from '@toonbank/ui/keyboard';
import { Icon } from '@toonbank/ui/look';
import { MerchantInUse } from './merchant-in-use';

/** Whose figures one sees: all merchants', or one's. `S` opens the choice. */
@Component({
  selector: 'tb-merchant-button',
  imports: [TranslocoDirective, Icon],
  template: `<button
    *transloco="let t; prefix: 'shell'"
    type="button"
    (click)="choose()"
    aria-haspopup="dialog"
    [attr.aria-label]="t('selection', { name: name() || t('allMerchants') })"
  >
    <span>{{ name() || t('allMerchants') }}</span><tb-icon name="chevrons-up-down" [size]="14" />
  </button>`,
  styles: `
    :host {
      display: flex;
      flex: 0 1 auto;
      min-width: 0;
    }
    button {
      display: inline-flex;
      align-items: center;
      gap: var(--s-8);
      min-width: 0;
      max-width: 16rem;
      height: var(--control-h);
      padding: 0 var(--s-8);
      margin-inline-start: calc(-1 * var(--s-8));
      border: 0;
      border-radius: var(--r-2);
      background: none;
      font-weight: var(--w-mid);
      white-space: nowrap;
    }
    button:hover {
      background: var(--mute-tint);
    }
    span {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    tb-icon {
      color: var(--ink-3);
    }
    @media (max-width: 47.99rem) {
      :host {
        flex: 1 1 auto;
      }
      button {
        gap: var(--s-4);
        padding-inline: 0;
        margin: 0;
        font-size: var(--t-13);
        line-height: 1.15;
        text-align: start;
        white-space: normal;
      }
    }
  `,
})
export class MerchantButton {
  private readonly injector = inject(Injector);
  private readonly inUse = inject(MerchantInUse);
  private readonly merchant = httpResource(
    () => {
      const id = this.inUse.current();
      return id && `/${merchantsPath}/${id}`;
    },
    { parse: (answer) => Merchant.parse(answer) },
  );
  protected readonly name = computed(() =>
    this.merchant.hasValue() && this.inUse.current() ? this.merchant.value().name : '',
  );

  constructor() {
    inject(KeyMap).bind({ keys: 's', word: 'shell.keys.selection', run: () => this.choose() });
  }

  protected choose(): void {
    void import('./open-merchant-chooser').then(({ openMerchantChooser }) =>
      openMerchantChooser(this.injector),
    );
  }
}
