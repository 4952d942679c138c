/** The words of the payment pages. */
export interface Words {
  readonly lang: 'nl' | 'en';
  readonly pay: string;
  readonly to: string;
  readonly choose: string;
  readonly cancel: string;
  readonly sandbox: string;
  readonly at: string;
  readonly whatHappens: string;
  readonly usual: string;
  readonly failedBefore: string;
  readonly outcomes: Readonly<Record<'paid' | 'cancelled' | 'failed' | 'expired' | 'open', string>>;
  readonly results: Readonly<Record<string, string>>;
  readonly back: string;
  readonly gone: string;
  readonly goneMore: string;
}

const nl: Words = {
  lang: 'nl',
  pay: 'Betalen',
  to: 'aan',
  choose: 'Kies hoe je betaalt',
  cancel: 'Annuleren en terug naar de winkel',
  sandbox: 'Testomgeving: er wordt niets afgeschreven.',
  at: 'Je betaalt met',
  whatHappens: 'Wat gebeurt er met deze betaling?',
  usual: 'volgens het bedrag',
  failedBefore: 'De vorige poging is mislukt. Probeer het opnieuw of kies een andere manier.',
  outcomes: {
    paid: 'Betaald',
    cancelled: 'Geannuleerd door de koper',
    failed: 'Mislukt',
    expired: 'Laten verlopen',
    open: 'Nog niet bekend (later)',
  },
  results: {
    COMPLETED: 'Je betaling is gelukt',
    CANCELLED: 'Je betaling is geannuleerd',
    EXPIRED: 'De tijd om te betalen is voorbij',
    IN_PROGRESS: 'Je betaling wordt verwerkt',
  },
  back: 'Terug naar de winkel',
  gone: 'Deze betaalpagina bestaat niet',
  goneMore: 'Ga terug naar de winkel en reken opnieuw af.',
};

const en: Words = {
  lang: 'en',
  pay: 'Pay',
  to: 'to',
  choose: 'Choose how to pay',
  cancel: 'Cancel and go back to the shop',
  sandbox: 'Test environment: no money is taken.',
  at: 'You pay with',
  whatHappens: 'What happens to this payment?',
  usual: 'as the amount says',
  failedBefore: 'The last attempt failed. Try again or choose another way.',
  outcomes: {
    paid: 'Paid',
    cancelled: 'Cancelled by the shopper',
    failed: 'Failed',
    expired: 'Let it expire',
    open: 'Not known yet (later)',
  },
  results: {
    COMPLETED: 'Your payment succeeded',
    CANCELLED: 'Your payment was cancelled',
    EXPIRED: 'The time to pay is over',
    IN_PROGRESS: 'Your payment is being processed',
  },
  back: 'Back to the shop',
  gone: 'This payment page does not exist',
  goneMore: 'Go back to the shop and check out again.',
};

export function wordsFor(lang: string): Words {
  return lang.toLowerCase() === 'nl' ? nl : en;
}
