import { computed, inject, Injectable, type Signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Id } from '@toonbank/primitives';
import { type Crumb, LanguageChoice } from '@toonbank/ui/look';
import type { Tab } from '@toonbank/ui/lists';
import { lastRead } from '@toonbank/ui/states';
import { MethodsApi } from './methods-api';

/** Where a page of a merchant's methods stands, and what is beside it. */
@Injectable()
export class MerchantCrumbs {
  private readonly api = inject(MethodsApi);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);

  of(id: () => Id): Signal<readonly Crumb[]> {
    const merchant = lastRead(this.api.merchant(id));
    return computed(() => {
      this.language.current();
      const known = merchant();
      if (!known) return [];
      const list = ['/merchants', known.id, 'payment-methods'];
      return [
        { word: known.name, link: ['/merchants', known.id] },
        { word: this.words.translate<string>('methods.title'), link: list },
      ];
    });
  }

  tabs(id: () => Id): Signal<readonly Tab[]> {
    return computed(() => {
      this.language.current();
      const base = ['/merchants', id(), 'payment-methods'];
      const word = (key: string) => this.words.translate<string>(`methods.${key}`);
      return [
        { word: word('requests'), link: base },
        { word: word('paypal.title'), link: [...base, 'paypal'] },
        { word: word('billink.title'), link: [...base, 'billink'] },
        { word: word('costs.short'), link: [...base, 'costs'] },
      ];
    });
  }
}
