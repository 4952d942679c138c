/** Problems of exports; see `problems.nl.ts`. */
export const words = {
  'export-period-backwards': {
    title: 'De periode eindigt voor ze begint',
    detail: 'Zulke dagen zijn er niet. Kies een laatste dag die niet voor de eerste ligt.',
  },
  'export-period-future': {
    title: 'De periode eindigt in de toekomst',
    detail:
      'Wat nog moet gebeuren, kan niet in een bestand. Kies vandaag of een eerdere dag als laatste.',
  },
  'export-period-too-long': {
    title: 'De periode is te lang voor één export',
    detail: 'In één export past hooguit 10 jaar. Vraag er meer, na elkaar.',
  },
  'export-bills-production': {
    title: 'In de sandbox zijn geen facturen',
    detail: 'Facturen gaan alleen over productie. Vraag ze daar.',
  },
  'export-bills-per-merchant': {
    title: 'Facturen horen bij een hele ondernemer',
    detail: 'Ze zijn niet verdeeld over winkels en webwinkels. Kies de ondernemer, of allemaal.',
  },
  'export-too-many': {
    title: 'Er wachten al te veel exports',
    detail: 'Hooguit 20 tegelijk. Wacht tot er een klaar is, of stop er een.',
  },
  'export-ended': {
    title: 'Deze export is al afgelopen',
    detail: 'Stoppen kan niet meer; er is niets gewijzigd. Kijk wat ervan geworden is.',
  },
  'export-not-done': {
    title: 'Deze export heeft geen bestand',
    detail:
      'Alleen van een export die klaar is kun je het bestand ophalen. Wacht, of vraag opnieuw.',
  },
  'export-removed': {
    title: 'Het bestand is opgeruimd',
    detail:
      'Bestanden blijven 30 dagen. Vraag dezelfde periode opnieuw: dezelfde nummers staan erin.',
  },
  'export-link-unknown': {
    title: 'Deze link opent geen bestand',
    detail: 'Hij is afgekapt of veranderd. Kopieer hem helemaal, of vraag een nieuwe.',
  },
  'export-link-late': {
    title: 'Deze link is verlopen',
    detail: 'Er is niets verstuurd. Vraag een nieuwe link, of haal het bestand op in het portaal.',
  },
  'export-link-used': {
    title: 'Deze link is al gebruikt',
    detail:
      'Het bestand is er al mee opgehaald; een link werkt één keer. Vraag een nieuwe, of haal het bestand op in het portaal.',
  },
  'export-no-mail': {
    title: 'Deze installatie verstuurt geen mail',
    detail:
      'Een vaste export zou niemand bereiken. Laat een mailserver instellen, of exporteer met de hand.',
  },
  'export-too-many-schedules': {
    title: 'Er zijn al te veel vaste exports',
    detail: 'Een bureau houdt er hooguit 50. Haal er een weg die niemand meer nodig heeft.',
  },
};
