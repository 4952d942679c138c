/** Problems by their code: what happened, what it means, what to do. */
export const words = {
  again: 'Probeer opnieuw',
  requestId: 'id van het verzoek',
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
  'not-found': {
    title: 'Dit bestaat niet, of is niet voor jou te zien',
    detail:
      'Controleer het nummer en de selectie bovenaan. Zoeken vindt ook bedragen en bank-id’s.',
  },
  'no-right': {
    title: 'Dit mag je niet doen',
    detail: 'Er is niets gewijzigd. Vraag een eigenaar of beheerder van het bureau om dit recht.',
  },
  'no-agency': {
    title: 'Er is geen bureau gekozen',
    detail: 'Deze login hoort bij meer bureaus. Kies eerst voor wie je werkt.',
  },
  'not-signed-in': {
    title: 'Je bent niet ingelogd',
    detail: 'Je sessie is voorbij. Log opnieuw in; je gaat verder waar je was.',
  },
  invalid: {
    title: 'Er klopt iets niet in wat je invulde',
    detail: 'Er is niets gewijzigd. Kijk bij de velden hieronder wat er anders moet.',
  },
  cursor: {
    title: 'Deze bladwijzer past niet bij deze lijst',
    detail: 'De lijst begint opnieuw bij de nieuwste.',
  },
};
