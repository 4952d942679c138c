/** How a cheese is drawn; see `pictures.ts`. */
export type Shape = 'wheel' | 'wedge' | 'log' | 'block';

/** What the shop sells. Plainly demo: no cheese, maker or price is meant. */
export interface Good {
  readonly id: string;
  readonly name: Readonly<Record<'nl' | 'en', string>>;
  readonly about: Readonly<Record<'nl' | 'en', string>>;
  readonly weight: string;
  /** Cents, with VAT. */
  readonly cents: number;
  readonly shape: Shape;
  /** Of the cheese and of its rind. */
  readonly colours: readonly [cheese: string, rind: string];
}

export const goods: readonly Good[] = [
  {
    id: 'jong',
    name: { nl: 'Jonge demokaas', en: 'Young demo cheese' },
    about: { nl: 'Zacht en romig, vier weken gerijpt.', en: 'Soft and creamy, aged four weeks.' },
    ...{ weight: '500 g', cents: 795, shape: 'wedge', colours: ['#f7d774', '#e9a23b'] },
  },
  {
    id: 'belegen',
    name: { nl: 'Belegen demokaas', en: 'Mature demo cheese' },
    about: { nl: 'Vol van smaak, vier maanden gerijpt.', en: 'Full-bodied, aged four months.' },
    ...{ weight: '500 g', cents: 945, shape: 'wheel', colours: ['#f2c14e', '#c8782a'] },
  },
  {
    id: 'oud',
    name: { nl: 'Overjarige demokaas', en: 'Vintage demo cheese' },
    about: { nl: 'Brokkelig, met zoutkristallen.', en: 'Crumbly, with crystals of salt.' },
    ...{ weight: '400 g', cents: 1250, shape: 'block', colours: ['#e3a13a', '#7c4a1e'] },
  },
  {
    id: 'komijn',
    name: { nl: 'Demokaas met komijn', en: 'Demo cheese with cumin' },
    about: { nl: 'Met hele zaadjes, licht gekruid.', en: 'With whole seeds, mildly spiced.' },
    ...{ weight: '500 g', cents: 895, shape: 'wedge', colours: ['#f3dc98', '#b9572f'] },
  },
  {
    id: 'geit',
    name: { nl: 'Demogeit met as', en: 'Ash-rolled demo goat' },
    about: { nl: 'Fris rolletje met een grijze korst.', en: 'A fresh log with a grey rind.' },
    ...{ weight: '150 g', cents: 575, shape: 'log', colours: ['#fbf6ea', '#6f7a78'] },
  },
  {
    id: 'proefje',
    name: { nl: 'Proefblokje', en: 'Tasting cube' },
    about: {
      nl: 'Om te testen. Bij één stuk lukt de betaling, bij twee wordt ze geannuleerd, bij drie verloopt ze, bij vier blijft ze open, bij vijf mislukt ze.',
      en: 'For testing. With one the payment succeeds, with two it is cancelled, with three it expires, with four it stays open, with five it fails.',
    },
    ...{ weight: '25 g', cents: 100, shape: 'block', colours: ['#f9e3a0', '#d9902f'] },
  },
];

export function goodOf(id: string): Good | undefined {
  return goods.find((good) => good.id === id);
}
