/** Problems of payment methods; see `problems.nl.ts`. */
export const words = {
  'method-already-requested': {
    title: 'Deze methode is al aangevraagd',
    detail:
      'Eén aanvraag geldt voor alle webwinkels van deze ondernemer. Kijk bij die aanvraag hoe het staat.',
  },
  'method-step-order': {
    title: 'Dit kan nu niet van deze methode gezegd worden',
    detail:
      'Er is niets gewijzigd. Misschien was iemand anders je voor: laad de pagina opnieuw en kijk hoe het staat.',
  },
  'method-step-day': {
    title: 'Deze dag kan niet',
    detail: 'Kies vandaag of een eerdere dag, hooguit een jaar geleden.',
  },
  'method-step-reason': {
    title: 'Bij een afwijzing hoort wat de bank schreef',
    detail: 'Anders weet later niemand waarom. Neem de reden over uit de e-mail van de bank.',
  },
  'method-no-keys': {
    title: 'De bank kan hier nog niet gevraagd worden',
    detail:
      'In deze omgeving zijn geen gecontroleerde sleutels. Voer eerst de sleutels van de bank in.',
  },
  'payment-brand-not-active': {
    title: 'Deze betaalmethode is niet actief bij deze webwinkel',
    detail:
      'De bank zou de order weigeren, dus die is niet aangekondigd. Kies een andere methode of laat deze eerst activeren.',
  },
  'paypal-account-missing': {
    title: 'PayPal heeft eerst het e-mailadres van een zakelijke rekening nodig',
    detail:
      'Zonder dat adres kan de bank PayPal niet koppelen. Vul het in bij PayPal en ga verder.',
  },
  'paypal-no-test-order': {
    title: 'Er is nog geen order die het bewijst',
    detail:
      'Sinds het adres is ingevuld, is in productie niets met PayPal betaald. Koop iets kleins in de webwinkel, betaal met PayPal en probeer het opnieuw.',
  },
  'billink-form-missing': {
    title: 'Billink heeft eerst gegevens van de ondernemer nodig',
    detail:
      'De bank vraagt een btw-nummer en de contactgegevens van de klantenservice. Vul het formulier voor Billink in.',
  },
  'billink-not-eligible': {
    title: 'Billink is niet voor deze ondernemer',
    detail:
      'Het is voor bedrijven in Nederland die aan Nederlandse consumenten verkopen, zonder de uitgesloten productgroepen. Kies een andere methode of vraag het de bank.',
  },
  'vat-number-form': {
    title: 'Dit is niet de vorm van een Nederlands btw-nummer',
    detail:
      'Het is NL, negen cijfers, B en twee cijfers, zoals NL004495445B01. Neem het over van een factuur of van de Belastingdienst.',
  },
  'vat-number-digit': {
    title: 'Een cijfer van dit btw-nummer klopt niet',
    detail:
      'Het controlecijfer past niet bij de andere. Neem het nummer opnieuw over van een factuur of van de Belastingdienst.',
  },
  'billink-contact': {
    title: 'De klantenservice moet langs minstens twee wegen bereikbaar zijn',
    detail: 'Vul er twee in: e-mail, telefoon, een pagina op het web.',
  },
  'billink-consent': {
    title: 'Deze gegevens gaan naar Billink',
    detail: 'Zonder toestemming om ze te delen kan Billink niet aangevraagd worden.',
  },
  'billink-exclusion-end': {
    title: 'Deze groep zou eindigen voordat zij begint',
    detail: 'Kies een laatste dag op of na de eerste. Er is niets bewaard.',
  },
  'billink-exclusion-double': {
    title: 'Deze groep staat al in de lijst',
    detail:
      'Op een deel van deze dagen is zij al uitgesloten. Geef de andere een einde, of kies andere dagen.',
  },
  'tariff-whole-and-part': {
    title: 'Een methode heeft de hele prijs of de delen, niet allebei vanaf dezelfde dag',
    detail:
      'Ze zouden dubbel tellen. Houd de prijs die de bank als geheel noemt, of de delen waaruit hij bestaat.',
  },
  'tariffs-changed': {
    title: 'Iemand anders heeft deze tarieven intussen gewijzigd',
    detail:
      'Van jou is niets bewaard, en van de ander is niets weg. Kijk naar de tarieven zoals ze nu zijn, en bewaar die van jou opnieuw.',
  },
  'tariff-double': {
    title: 'Twee regels zeggen hetzelfde vanaf dezelfde dag',
    detail:
      'Eén van de twee kan niet kloppen. Haal er een weg, of laat hem op een andere dag beginnen.',
  },
};
