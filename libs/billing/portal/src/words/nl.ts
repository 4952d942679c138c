export const words = {
  next: {
    title: 'Wat de bank rekent',
    remark: 'Per maand, zoals het nu is',
    loading: 'De prijs wordt opgehaald',
    first: 'De eerste URL kost bij de bank {{next}} per maand, vanaf {{from}}.',
    included:
      'Nog een URL kost bij de bank niets extra: hij zit in de prijs van {{monthly}} per maand.',
    extra: 'Nog een URL kost bij de bank {{next}} per maand, vanaf {{from}}.',
    used: {
      shop: 'Deze winkel heeft nu {{used}} URL’s; {{included}} zijn inbegrepen.',
      contract: 'Dit contract heeft nu {{used}} URL’s; {{included}} zijn inbegrepen.',
    },
    base: {
      shop: 'Winkel, met {{included}} URL’s',
      contract: 'Contract, met {{included}} URL’s',
    },
    beyond: '{{count}} × extra URL à {{each}}',
    monthly: 'Per maand (€)',
    source: 'Bron: {{source}}.',
    vat: {
      unknown: 'Of er btw in zit, is niet bekend.',
      excluded: 'Zonder btw.',
      included: 'Met btw.',
    },
  },
};
