import type { Letter } from '@toonbank/platform/mail';
import type { Language } from '@toonbank/primitives';

interface Invited {
  readonly language: Language;
  /** Of the agency, or of the merchant. */
  readonly name: string;
  readonly url: string;
  readonly expiresAt: Date;
}

interface Lost {
  readonly language: Language;
  readonly url: string;
  readonly expiresAt: Date;
}

/** The mail with an invitation's link. */
export function invitationLetter({ language, name, url, expiresAt }: Invited): Letter {
  const until = moment(expiresAt, language);
  if (language === 'en') {
    return {
      ...{ language, onBehalfOf: name, subject: `${name} invites you to Toonbank` },
      paragraphs: [
        `${name} invites you to Toonbank, where it looks after webshops on Rabo OnlineKassa.`,
        'You choose a password, or sign in with the login you have.',
      ],
      act: { word: 'Accept the invitation', url },
      remarks: [
        `This link works once, until ${until}. Whoever has it can come in: don't pass it on.`,
        'You expected no invitation? Then do nothing; nothing happens.',
      ],
    };
  }
  return {
    ...{ language, onBehalfOf: name, subject: `${name} nodigt je uit voor Toonbank` },
    paragraphs: [
      `${name} nodigt je uit voor Toonbank, waar het webwinkels op Rabo OnlineKassa beheert.`,
      'Je kiest een wachtwoord, of logt in met de login die je al hebt.',
    ],
    act: { word: 'Neem de uitnodiging aan', url },
    remarks: [
      `Deze link werkt één keer, tot ${until}. Wie hem heeft, kan naar binnen: stuur hem niet door.`,
      'Verwachtte je geen uitnodiging? Doe dan niets; er gebeurt niets.',
    ],
  };
}

/** The mail with a link by which somebody chooses another password. */
export function resetLetter({ language, url, expiresAt }: Lost): Letter {
  const until = moment(expiresAt, language);
  if (language === 'en') {
    return {
      ...{ language, onBehalfOf: null, subject: 'Choose a new password for Toonbank' },
      paragraphs: ['With this link you choose a new password. You are then signed out everywhere.'],
      act: { word: 'Choose a new password', url },
      remarks: [
        `This link works once, until ${until}. Don't pass it on.`,
        'You asked for nothing? Then do nothing; your password stays as it is.',
      ],
    };
  }
  return {
    ...{ language, onBehalfOf: null, subject: 'Kies een nieuw wachtwoord voor Toonbank' },
    paragraphs: ['Met deze link kies je een nieuw wachtwoord. Je bent daarna overal uitgelogd.'],
    act: { word: 'Kies een nieuw wachtwoord', url },
    remarks: [
      `Deze link werkt één keer, tot ${until}. Stuur hem niet door.`,
      'Heb je niets gevraagd? Doe dan niets; je wachtwoord blijft zoals het is.',
    ],
  };
}

/** `donderdag 26 november 2026 om 14:03`: a mail is read on another day than it was written. */
function moment(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    ...{ dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Amsterdam' },
  }).format(at);
}
