/** Words of the components that every page shares. */
export const words = {
  copy: { do: 'Kopieer {{what}}', done: 'Gekopieerd' },
  progress: {
    of: '{{done}} van {{total}}',
    left: 'nog ongeveer {{span}}',
    leave: 'Je mag deze pagina verlaten.',
    stop: 'Stop',
  },
  pager: {
    name: 'Bladeren',
    span: '{{count}} getoond, van {{from}} tot {{to}}',
    time: { first: 'Nieuwste', back: 'Nieuwer', on: 'Ouder' },
    rank: { first: 'Begin', back: 'Vorige', on: 'Volgende' },
    keys: { back: 'Vorige bladzijde van de lijst', on: 'Volgende bladzijde van de lijst' },
  },
  steps: { done: 'klaar', current: 'nu', waiting: 'nog te doen' },
  dialog: { close: 'Sluit' },
  confirm: {
    not: 'Nee, laat staan',
    reason: 'Reden',
    reasonHint: 'Komt in de auditlog, 3 tot 200 tekens',
    reasonFault: 'Schrijf in 3 tot 200 tekens waarom.',
  },
  verbatim: {
    bytes: '{{count}} bytes',
    valid: 'Handtekening klopt',
    invalid: 'Handtekening klopt niet',
    copy: 'Kopieer het bericht',
  },
  chart: {
    weekday: 'werkdag',
    weekend: 'weekend',
    running: 'vandaag, loopt nog',
    asTable: 'Als tabel',
    day: 'Dag',
    amount: 'Bedrag (€)',
  },
  filter: {
    search: 'Zoek op een deel van de naam',
    name: 'Filters',
    add: 'Filter',
    apply: 'Pas toe',
    change: 'wijzig filter',
    drop: 'Verwijder filter {{field}}: {{value}}',
    dropAll: 'Wis filters',
    amountHint: 'Met komma of punt: 84,95',
  },
  keys: {
    nextRow: 'Volgende rij',
    previousRow: 'Vorige rij',
    addFilter: 'Filter toevoegen',
  },
};
