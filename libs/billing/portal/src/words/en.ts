import type { SameWords } from '@toonbank/ui/look';
import type { words as dutch } from './nl';

export const words: SameWords<typeof dutch> = {
  next: {
    title: 'What the bank bills',
    remark: 'A month, as things stand',
    loading: 'Fetching the price',
    first: 'The first URL costs {{next}} a month at the bank, from {{from}}.',
    included:
      'One URL more costs nothing extra at the bank: it is in the price of {{monthly}} a month.',
    extra: 'One URL more costs {{next}} a month at the bank, from {{from}}.',
    used: {
      shop: 'This shop has {{used}} URLs now; {{included}} are included.',
      contract: 'This contract has {{used}} URLs now; {{included}} are included.',
    },
    base: {
      shop: 'Shop, with {{included}} URLs',
      contract: 'Contract, with {{included}} URLs',
    },
    beyond: '{{count}} × extra URL at {{each}}',
    monthly: 'A month (€)',
    source: 'Source: {{source}}.',
    vat: {
      unknown: 'Whether VAT is in it is not known.',
      excluded: 'Without VAT.',
      included: 'With VAT.',
    },
  },
};
