import type { NextUrlPrice } from '@toonbank/billing/contract';

/** In which words the next URL's price is said. */
export function nextKind(price: NextUrlPrice | undefined): 'first' | 'included' | 'extra' {
  if (!price || price.usedUrls === 0) return 'first';
  return price.next === 0 ? 'included' : 'extra';
}
