import type { SaleState } from './checkout';

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

interface Told {
  readonly title: string;
  readonly more: string;
}

/** Everything the shop says. */
export interface Words {
  readonly language: Language;
  readonly other: { readonly language: Language; readonly name: string };
  readonly shop: string;
  readonly demo: string;
  readonly skip: string;
  readonly slogan: string;
  readonly sloganMore: string;
  readonly goods: string;
  readonly add: string;
  readonly added: string;
  readonly cart: string;
  readonly cartOf: (pieces: number) => string;
  readonly empty: string;
  readonly toShop: string;
  readonly quantity: string;
  readonly change: string;
  readonly remove: string;
  readonly each: string;
  readonly total: string;
  readonly vat: string;
  readonly delivery: string;
  readonly free: string;
  readonly checkout: string;
  readonly back: string;
  readonly order: string;
  readonly how: string;
  readonly atTheBank: string;
  readonly card: string;
  readonly noAccount: string;
  readonly pay: (amount: string) => string;
  readonly changed: string;
  readonly number: string;
  readonly states: Readonly<Record<SaleState, Told>>;
  readonly refresh: string;
  readonly watching: string;
  readonly again: string;
  readonly goOn: string;
  readonly down: Told;
  readonly refused: Told;
  readonly notGenuine: Told;
  readonly lost: Told;
  readonly broken: Told;
}

export const words: Readonly<Record<Language, Words>> = {
  nl: {
    language: 'nl',
    other: { language: 'en', name: 'English' },
    shop: 'Demo Kaas',
    demo: 'Demowinkel: er wordt niets bezorgd en niets afgeschreven.',
    skip: 'Naar de inhoud',
    slogan: 'Kaas die nergens naar smaakt',
    sloganMore:
      'Want ze bestaat niet. Wel een echt mandje, een echte afrekening en een nagebootste bank: kijk hoe een bestelling loopt.',
    goods: 'Onze kazen',
    add: 'In mandje',
    added: 'In je mandje gelegd.',
    cart: 'Mandje',
    cartOf: (n) => `Mandje, ${n} ${n === 1 ? 'stuk' : 'stuks'}`,
    empty: 'Je mandje is nog leeg.',
    toShop: 'Naar de kazen',
    quantity: 'Aantal',
    change: 'Wijzig',
    remove: 'Haal weg',
    each: 'per stuk',
    total: 'Totaal',
    vat: 'inclusief 9 % btw',
    delivery: 'Bezorging',
    free: 'gratis',
    checkout: 'Afrekenen',
    back: 'Terug naar je mandje',
    order: 'Je bestelling',
    how: 'Hoe wil je betalen?',
    atTheBank: 'Kies ik straks bij de bank',
    card: 'Creditcard of betaalpas',
    noAccount: 'We vragen geen naam en geen adres: we bewaren niets over jou.',
    pay: (amount) => `Betaal ${amount}`,
    changed: 'Je mandje is intussen veranderd. Kijk of het zo klopt.',
    number: 'Bestelnummer',
    states: {
      paid: { title: 'Betaald, dank je wel', more: 'We hebben je bestelling en je betaling.' },
      cancelled: {
        title: 'Betaling geannuleerd',
        more: 'Er is niets afgeschreven. Je mandje staat nog klaar.',
      },
      expired: {
        title: 'De tijd om te betalen is voorbij',
        more: 'Er is niets afgeschreven. Je mandje staat nog klaar.',
      },
      refused: {
        title: 'De bank nam deze bestelling niet aan',
        more: 'Er is niets afgeschreven. Reken opnieuw af, of kies een andere manier.',
      },
      confirming: {
        title: 'We wachten op bevestiging van de bank',
        more: 'Dat duurt meestal een paar tellen. Je hoeft niets te doen.',
      },
      open: {
        title: 'Nog niet betaald',
        more: 'Heb je net betaald? Dan laat de bank het ons zo weten. Anders kun je verder waar je was.',
      },
      unknown: {
        title: 'We weten nog niet of de bank je bestelling heeft',
        more: 'Probeer het gerust opnieuw: dubbel betalen kan niet.',
      },
      unreachable: {
        title: 'We kunnen het nu niet navragen',
        more: 'Wat je betaald hebt gaat niet verloren. We proberen het steeds opnieuw.',
      },
    },
    refresh: 'Kijk opnieuw',
    watching: 'Deze pagina werkt zichzelf bij.',
    again: 'Opnieuw afrekenen',
    goOn: 'Verder met betalen',
    down: {
      title: 'Betalen lukt nu even niet',
      more: 'Er is niets afgeschreven. Probeer het opnieuw: dezelfde bestelling betaal je nooit dubbel.',
    },
    refused: {
      title: 'De bank nam deze bestelling niet aan',
      more: 'Er is niets afgeschreven. Kies een andere manier om te betalen.',
    },
    notGenuine: {
      title: 'Dit adres klopt niet',
      more: 'De ondertekening van de betaling ontbreekt of is veranderd, dus we geloven niet wat er staat. Heb je betaald? Dan weet de winkel dat ook zonder dit adres.',
    },
    lost: {
      title: 'Deze pagina bestaat niet',
      more: 'Misschien is het adres niet goed overgenomen.',
    },
    broken: { title: 'Er ging iets mis bij ons', more: 'Probeer het zo nog eens.' },
  },
  en: {
    language: 'en',
    other: { language: 'nl', name: 'Nederlands' },
    shop: 'Demo Kaas',
    demo: 'Demo shop: nothing is delivered and no money is taken.',
    skip: 'To the content',
    slogan: 'Cheese that tastes of nothing',
    sloganMore:
      'Because it does not exist. The basket and the checkout are real and the bank is emulated: see how an order goes.',
    goods: 'Our cheeses',
    add: 'Add to basket',
    added: 'Added to your basket.',
    cart: 'Basket',
    cartOf: (n) => `Basket, ${n} ${n === 1 ? 'piece' : 'pieces'}`,
    empty: 'Your basket is still empty.',
    toShop: 'To the cheeses',
    quantity: 'Quantity',
    change: 'Change',
    remove: 'Take out',
    each: 'each',
    total: 'Total',
    vat: 'including 9% VAT',
    delivery: 'Delivery',
    free: 'free',
    checkout: 'Check out',
    back: 'Back to your basket',
    order: 'Your order',
    how: 'How do you want to pay?',
    atTheBank: "I'll choose at the bank",
    card: 'Credit or debit card',
    noAccount: 'We ask for no name and no address: we keep nothing about you.',
    pay: (amount) => `Pay ${amount}`,
    changed: 'Your basket has changed meanwhile. See whether this is right.',
    number: 'Order number',
    states: {
      paid: { title: 'Paid, thank you', more: 'We have your order and your payment.' },
      cancelled: {
        title: 'Payment cancelled',
        more: 'No money was taken. Your basket is still here.',
      },
      expired: {
        title: 'The time to pay is over',
        more: 'No money was taken. Your basket is still here.',
      },
      refused: {
        title: 'The bank did not take this order',
        more: 'No money was taken. Check out again, or choose another way to pay.',
      },
      confirming: {
        title: 'Waiting for the bank to confirm',
        more: 'This usually takes a few seconds. There is nothing you need to do.',
      },
      open: {
        title: 'Not paid yet',
        more: 'Just paid? The bank will tell us in a moment. If not, you can go on where you were.',
      },
      unknown: {
        title: 'We do not know yet whether the bank has your order',
        more: 'Feel free to try again: paying twice is not possible.',
      },
      unreachable: {
        title: 'We cannot ask right now',
        more: 'What you paid is not lost. We keep trying.',
      },
    },
    refresh: 'Look again',
    watching: 'This page keeps itself up to date.',
    again: 'Check out again',
    goOn: 'Go on paying',
    down: {
      title: 'Paying does not work right now',
      more: 'No money was taken. Try again: you never pay for the same order twice.',
    },
    refused: {
      title: 'The bank did not take this order',
      more: 'No money was taken. Choose another way to pay.',
    },
    notGenuine: {
      title: 'This address is not right',
      more: 'The signature of the payment is missing or was changed, so we do not believe what it says. Did you pay? Then the shop knows, also without this address.',
    },
    lost: { title: 'This page does not exist', more: 'Perhaps the address was not copied well.' },
    broken: { title: 'Something went wrong on our side', more: 'Try again in a moment.' },
  },
};

/** The language of an `Accept-Language` header: the first of ours in it, else Dutch. */
export function preferred(header: string | undefined): Language {
  const asked = (header ?? '').toLowerCase().split(',');
  const known = asked.map((part) => part.trim().slice(0, 2) as Language);
  return known.find((language) => languages.includes(language)) ?? 'nl';
}

export function amountText(cents: number, language: Language): string {
  const style = { style: 'currency', currency: 'EUR' } as const;
  return new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-IE', style).format(cents / 100);
}
