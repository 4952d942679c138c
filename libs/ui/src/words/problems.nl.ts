import { words as rooms } from './room-problems.nl';

/**
 * Problems by their code: what happened, what it means, what to do. Codes that only programs can meet
 * (a missing `Idempotency-Key`, say) are not here: people never see them.
 */
export const words = {
  ...rooms,
  again: 'Probeer opnieuw',
  search: 'Zoek',
  requestId: 'id van het verzoek',
  field: 'Veld',
  code: 'Code',
  reference: 'Kenmerk',
  quote: 'noem dit als je hulp vraagt',
  'no-answer': {
    title: 'Geen verbinding met Toonbank',
    detail:
      'Je ziet wat het laatst bekend was; wat je typte blijft staan. Controleer je verbinding en probeer het opnieuw.',
  },
  broken: {
    title: 'Er ging iets mis bij Toonbank',
    detail:
      'Er is niets half gewijzigd. Probeer het opnieuw; blijft het zo, geef ons dan de id van het verzoek.',
  },
  drifted: {
    title: 'Deze pagina en de server verstaan elkaar niet',
    detail: 'Het portaal is waarschijnlijk intussen vernieuwd. Laad de pagina opnieuw.',
  },
  'already-invited': {
    title: 'Deze persoon heeft al een open uitnodiging',
    detail:
      'Er is geen tweede link gemaakt. Geef de bestaande door, of trek die in en nodig opnieuw uit.',
  },
  'already-member': {
    title: 'Deze persoon is al lid',
    detail: 'Er is niets gewijzigd. Wijzig de rol van het bestaande lid.',
  },
  'ending-day': {
    title: 'Op deze dag kan een webwinkel niet eindigen',
    detail: 'De laatste dag is vandaag of later, binnen tien jaar. Kies een andere dag.',
  },
  'ending-moved': {
    title: 'De laatste dag van deze webwinkel is nu een andere',
    detail:
      'Er is niets opgeschreven. Bekijk de webwinkel opnieuw en zorg dat de bank dezelfde dag heeft.',
  },
  'webshop-ended': {
    title: 'Deze webwinkel is beëindigd',
    detail:
      'Nieuwe bestellingen en nieuwe sleutels kunnen niet meer, en het einde staat vast. Open bestellingen lopen door. Weer verkopen? Koppel de webwinkel opnieuw.',
  },
  'bank-step-order': {
    title: 'Deze webwinkel is nog niet toegevoegd bij de bank',
    detail: 'Tekenen komt na toevoegen. Meld eerst dat de webwinkel bij de bank is toegevoegd.',
  },
  'belongs-elsewhere': {
    title: 'Deze login opent ook iets buiten dit bureau',
    detail:
      'Er is geen link gemaakt: wie hem gebruikt zou ook daar binnenkomen. De persoon kan zelf een link laten mailen, bij het inloggen: Wachtwoord kwijt?',
  },
  cursor: {
    title: 'Deze bladwijzer past niet bij deze lijst',
    detail: 'Begin opnieuw bij de nieuwste.',
  },
  'fresh-login': {
    title: 'Bevestig eerst dat jij het bent',
    detail: 'Er is niets gewijzigd. Geef je wachtwoord opnieuw; dat geldt 5 minuten.',
  },
  internal: {
    title: 'Er ging iets mis bij Toonbank',
    detail:
      'Voor zover we weten is er niets gewijzigd. Probeer het opnieuw; blijft het zo, geef ons dan de id van het verzoek.',
  },
  invalid: {
    title: 'Er klopt iets niet in wat je invulde',
    detail: 'Er is niets gewijzigd. Kijk bij de velden wat er anders moet.',
  },
  'invitation-used': {
    title: 'Deze uitnodiging is al aangenomen',
    detail: 'Er is niets gewijzigd: er valt niets meer in te trekken. Verwijder het lid.',
  },
  'last-owner': {
    title: 'Dit is de laatste eigenaar',
    detail:
      'Er is niets gewijzigd: zonder eigenaar kan niemand meer anderen toelaten. Maak eerst iemand anders eigenaar.',
  },
  'link-late': {
    title: 'Deze link is verlopen',
    detail: 'Er is niets gewijzigd. Vraag een nieuwe aan wie hem je gaf.',
  },
  'link-unknown': {
    title: 'Deze link opent niets',
    detail:
      'Er is niets gewijzigd. Kopieer hem helemaal, tot het laatste teken, of vraag een nieuwe.',
  },
  'link-used': {
    title: 'Deze link is al gebruikt',
    detail: 'Hij werkte één keer; nu is er niets gewijzigd. Log in, of vraag een nieuwe link.',
  },
  'link-withdrawn': {
    title: 'Deze link is ingetrokken',
    detail: 'Er is niets gewijzigd. Vraag aan wie hem je gaf of je er nog een krijgt.',
  },
  'login-changed': {
    title: 'Deze login is op hetzelfde moment gewijzigd',
    detail: 'Hier is niets gewijzigd. Open de link opnieuw en gebruik het wachtwoord dat nu geldt.',
  },
  logo: {
    title: 'Dit logo kan niet worden gebruikt',
    detail: 'Er is niets gewijzigd. Neem een PNG van ten hoogste 200 KB.',
  },
  malformed: {
    title: 'Het verzoek kon niet worden gelezen',
    detail: 'Er is niets gewijzigd. Laad de pagina opnieuw.',
  },
  'media-type': {
    title: 'Het verzoek kon niet worden gelezen',
    detail: 'Er is niets gewijzigd. Laad de pagina opnieuw.',
  },
  'no-agency': {
    title: 'Er is niet gekozen voor wie je werkt',
    detail: 'Deze login hoort bij meer bureaus of ondernemers. Kies er eerst een.',
  },
  'no-mail': {
    title: 'Deze Toonbank verstuurt geen mail',
    detail:
      'Er is geen link gemaakt. Vraag een eigenaar of beheerder van je bureau om een reset-link.',
  },
  'no-right': {
    title: 'Dit mag je niet doen',
    detail: 'Er is niets gewijzigd. Vraag een eigenaar of beheerder van het bureau om dit recht.',
  },
  'not-found': {
    title: 'Dit bestaat niet, of is niet voor jou te zien',
    detail:
      'Controleer het nummer en de selectie bovenaan. Zoeken vindt ook bedragen en bank-id’s.',
  },
  'not-signed-in': {
    title: 'Je bent niet ingelogd',
    detail: 'Je sessie is voorbij. Log opnieuw in; je gaat verder waar je was.',
  },
  'owners-only': {
    title: 'Dit mag alleen een eigenaar',
    detail:
      'Er is niets gewijzigd. Eigenaren worden door eigenaren toegevoegd, gewijzigd en verwijderd: vraag er een.',
  },
  password: {
    title: 'Dit wachtwoord is makkelijk te raden',
    detail: 'Neem 12 tekens of meer: een paar woorden die je nergens anders gebruikt.',
  },
  'password-changed': {
    title: 'Dit wachtwoord is op hetzelfde moment gewijzigd',
    detail: 'Hier is niets gewijzigd. Log in met het wachtwoord dat nu geldt.',
  },
  'poi-taken': {
    title: 'Een andere webwinkel heeft deze poiId in deze omgeving',
    detail:
      'Elke webwinkel heeft een eigen nummer. Kopieer het opnieuw uit het dashboard van de bank.',
  },
  role: {
    title: 'Een ondernemer heeft alleen eigenaren en lezers',
    detail: 'Er is niets gewijzigd. Kies een van die twee.',
  },
  'sign-in-refused': {
    title: 'E-mailadres en wachtwoord horen niet bij elkaar',
    detail: 'Controleer beide. Na 10 verkeerde wachtwoorden rust een login 30 minuten.',
  },
  'token-expired': {
    title: 'Het token van deze notificatie is verlopen',
    detail:
      'De bank is niet gevraagd. Zolang er iets klaarstaat stuurt ze elke minuut een nieuwe, tot 24 uur na de eindstatus: kijk of er een nieuwere is.',
  },
  'too-large': {
    title: 'Dit is te groot',
    detail: 'Er is niets gewijzigd. Verstuur ten hoogste 1 MB.',
  },
  'too-many': {
    title: 'Te veel verzoeken achter elkaar',
    detail: 'Wacht even en probeer het opnieuw.',
  },
  'too-many-tries': {
    title: 'Te veel pogingen',
    detail: 'Wacht een half uur en probeer het opnieuw.',
  },
  'wrong-password': {
    title: 'Dit wachtwoord klopt niet',
    detail:
      'Er is niets gewijzigd. Typ het opnieuw; na 10 verkeerde wachtwoorden rust een login 30 minuten.',
  },
};
