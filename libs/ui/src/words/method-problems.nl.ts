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
};
