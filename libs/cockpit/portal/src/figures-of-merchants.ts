import { HttpClient } from '@angular/common/http';
import type { Injector } from '@angular/core';
import { MerchantFigures, merchantFiguresPath } from '@toonbank/cockpit/contract';
import type { MerchantFigure, WantedFigures } from '@toonbank/merchant/portal';
import type { Id } from '@toonbank/primitives';
import { firstValueFrom } from 'rxjs';
import { verdictLooks } from './verdict-looks';

/** Asks once for a page of merchants; the verdicts come in words. */
export async function figuresOfMerchants(
  injector: Injector,
  { ids, language }: WantedFigures,
): Promise<ReadonlyMap<Id, MerchantFigure>> {
  if (ids.length === 0) return new Map();
  const http = injector.get(HttpClient);
  const params = { merchantIds: ids.join(',') };
  const answer = await firstValueFrom(http.get(`/${merchantFiguresPath}`, { params }));
  const { words } = await (language === 'nl' ? import('./words/nl') : import('./words/en'));
  const { figures } = MerchantFigures.parse(answer);
  return new Map(
    figures.map(({ merchantId, verdict, ...figure }) => {
      const said = verdict && { ...verdictLooks[verdict], word: words.verdicts[verdict] };
      return [merchantId, { ...figure, verdict: said ?? undefined }];
    }),
  );
}
