import type { MethodTurn } from '@toonbank/payment-methods/contract';
import type { Letter } from '@toonbank/platform/mail';
import type { Language } from '@toonbank/primitives';

/** What a reminder is about. */
export interface Reminded {
  readonly language: Language;
  /** Of the agency. */
  readonly from: string;
  readonly merchant: string;
  readonly method: string;
  readonly turn: MethodTurn;
  /** Whether it is Billink's contract that waits, rather than the bank's. */
  readonly atBillink: boolean;
  readonly dueOn: string;
  readonly url: string;
}

/** The mail that reminds of a clock, to whoever can do something about it. */
export function reminderLetter(about: Reminded): Letter {
  const { language, from, url } = about;
  const words = about.turn === 'merchant' ? merchantsWords(about) : othersWords(about);
  const [subject, ...paragraphs] = words[language];
  return {
    ...{ language, onBehalfOf: from, subject, paragraphs },
    act: { word: language === 'nl' ? 'Bekijk de betaalmethode' : 'Look at the method', url },
    remarks: [
      language === 'nl'
        ? 'Is het al gebeurd? Zeg het op die pagina; dan loopt deze klok niet meer.'
        : 'Is it done already? Say so on that page; this clock then stops.',
    ],
  };
}

type Words = Record<Language, readonly [string, ...string[]]>;

function merchantsWords({ method, merchant, dueOn, atBillink }: Reminded): Words {
  const day = { nl: dayIn('nl', dueOn), en: dayIn('en', dueOn) };
  if (atBillink) {
    return {
      nl: [
        `Billink wacht op je handtekening`,
        `Billink heeft ${merchant} een contract gestuurd. Lees het, teken het en stuur het terug, uiterlijk ${day.nl}.`,
      ],
      en: [
        'Billink waits for your signature',
        `Billink has sent ${merchant} a contract. Read it, sign it and send it back, by ${day.en}.`,
      ],
    };
  }
  return {
    nl: [
      `${method} wacht op je handtekening`,
      `${method} is aangevraagd voor ${merchant}. Voeg het toe in het dashboard van de bank (Beheer, Betaalmethoden) en teken het, uiterlijk ${day.nl}.`,
      'Alleen jij kunt tekenen: Toonbank kan dat niet voor je doen.',
    ],
    en: [
      `${method} waits for your signature`,
      `${method} was requested for ${merchant}. Add it in the dashboard of the bank (Beheer, Betaalmethoden) and sign it, by ${day.en}.`,
      'Only you can sign: Toonbank can not do it for you.',
    ],
  };
}

function othersWords({ method, merchant, turn, dueOn }: Reminded): Words {
  const [nl, en] = turn === 'billink' ? ['Billink', 'Billink'] : ['de bank', 'the bank'];
  return {
    nl: [
      `${method} van ${merchant} is te laat`,
      `${method} van ${merchant} had op ${dayIn('nl', dueOn)} klaar moeten zijn; ${nl} is aan zet.`,
      `Vraag ${nl} hoe het staat. De bank bevestigt per e-mail: kijk ook daar.`,
    ],
    en: [
      `${method} of ${merchant} is late`,
      `${method} of ${merchant} should have been ready on ${dayIn('en', dueOn)}; it is ${en}'s turn.`,
      `Ask ${en} how far it is. The bank confirms by e-mail: look there, too.`,
    ],
  };
}

/** `donderdag 26 november`. */
function dayIn(language: Language, day: string): string {
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
  }).format(new Date(`${day}T12:00:00Z`));
}
