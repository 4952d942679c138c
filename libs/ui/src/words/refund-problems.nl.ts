/** Problems of refunds; see `problems.nl.ts`. */
export const words = {
  'refund-not-paid': {
    title: 'Deze order is niet betaald',
    detail: 'Je kunt alleen terugbetalen wat betaald is. Kijk naar de status van de order.',
  },
  'refund-above-rest': {
    title: 'Dit is meer dan er nog terug kan',
    detail: 'Terugbetalingen die onderweg zijn, tellen mee. Kies een lager bedrag.',
  },
  'refund-nothing-left': {
    title: 'Van deze betaling is niets meer over',
    detail: 'Alles is terugbetaald of onderweg. Kijk bij de terugbetalingen van deze order.',
  },
  'refund-too-late': {
    title: 'Terugbetalen kan niet meer',
    detail:
      'De termijn van de bank is voorbij: tot en met dag 60 na de betaling. Maak het bedrag over vanaf je eigen rekening.',
  },
  'refund-elsewhere': {
    title: 'Deze betaalmethode gaat niet via de bank terug',
    detail:
      'PayPal betaal je terug in PayPal, Bancontact met een overboeking. Vraag het aan in het portaal; dan staat er een taak klaar.',
  },
  'refund-refused': {
    title: 'De bank betaalt deze betaling niet terug',
    detail: 'Er is niets gewijzigd. Kijk naar de betaling in het dashboard van de bank.',
  },
  'refund-keys-refused': {
    title: 'De bank accepteert de sleutels van deze webwinkel niet',
    detail:
      'Zonder sleutels kan er niets terug. Voer de sleutels in die nu in het dashboard van de bank staan, en vraag het dan opnieuw.',
  },
  'refund-account-number': {
    title: 'In deze tekst staat een rekeningnummer (IBAN)',
    detail:
      'Rekeningnummers van kopers bewaren we niet. Laat het weg, en vraag de koper erom als je het bedrag overmaakt.',
  },
  'refund-own-approval': {
    title: 'Deze terugbetaling heb je zelf aangevraagd',
    detail: 'Iemand anders keurt haar goed of af. Vraag een collega die dat mag.',
  },
  'refund-decided': {
    title: 'Deze terugbetaling wacht daar niet meer op',
    detail: 'Iemand anders was eerder, of ze ging vanzelf verder. Bekijk haar opnieuw.',
  },
};
