import { InjectionToken, type Injector } from '@angular/core';
import type { Id } from '@toonbank/primitives';
import type { Language, StateLook } from '@toonbank/ui/look';

/** How one merchant does. Amounts are whole cents. */
export interface MerchantFigure {
  /** Undefined: it has no webshop to judge. */
  readonly verdict: (StateLook & { readonly word: string }) | undefined;
  readonly lastPaidOn: string | null;
  readonly paid: number;
  readonly monthly: number;
}

export interface WantedFigures {
  readonly ids: readonly Id[];
  /** In which the verdicts are said. */
  readonly language: Language;
}

/** Health, turnover and costs of merchants, by their ids. A port: what they sell lives above. */
export const merchantFigures = new InjectionToken<
  (injector: Injector, wanted: WantedFigures) => Promise<ReadonlyMap<Id, MerchantFigure>>
>('merchantFigures');
