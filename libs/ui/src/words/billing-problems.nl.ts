/** Problems of prices, months and invoices; see `problems.nl.ts`. */
export const words = {
  'already-billed': {
    title: 'Deze ondernemer heeft al een factuur voor deze maand',
    detail: 'Er is niets gefactureerd. Klopt die factuur niet, crediteer hem dan eerst.',
  },
  'bill-changed': {
    title: 'De bedragen zijn veranderd sinds je ze zag',
    detail:
      'Er is niets afgesloten. Bekijk de maand opnieuw en sluit af met het bedrag dat er nu staat.',
  },
  'billing-incomplete': {
    title: 'Naam of adres voor een factuur ontbreekt',
    detail:
      'Er is niets afgesloten. Vul het briefhoofd van het bureau en het factuuradres van elke ondernemer in.',
  },
  'credit-note': {
    title: 'Dit is een creditfactuur',
    detail: 'Er is niets gewijzigd: een creditfactuur wordt niet betaald en niet gecrediteerd.',
  },
  iban: {
    title: 'Dit is geen IBAN',
    detail:
      'De vorm of de controlecijfers kloppen niet; er is niets gewijzigd. Neem hem over van een afschrift.',
  },
  'invoice-credited': {
    title: 'Deze factuur is gecrediteerd',
    detail: 'Er is niets gewijzigd. Bekijk de creditfactuur.',
  },
  'invoice-day': {
    title: 'Deze dag kan niet',
    detail: 'Er is niets gewijzigd. Neem een dag vanaf de factuurdatum tot en met vandaag.',
  },
  'month-not-closed': {
    title: 'Deze maand is nog niet afgesloten',
    detail: 'Er is niets gefactureerd. Sluit de maand af: dan krijgt iedereen een factuur.',
  },
  'month-not-over': {
    title: 'Deze maand is nog niet voorbij',
    detail:
      'Er is niets afgesloten: de bedragen kunnen nog veranderen. Sluit af zodra de volgende maand begonnen is.',
  },
  'nothing-to-bill': {
    title: 'Er is niets te factureren',
    detail: 'Er is geen factuur gemaakt: deze ondernemer hoeft voor deze maand niets te betalen.',
  },
  'price-overlap': {
    title: 'In een van deze maanden geldt al een andere prijs',
    detail: 'Er is niets gewijzigd. Laat de andere eerder eindigen, of deze later beginnen.',
  },
  'price-used': {
    title: 'Met deze prijs is een maand al afgesloten',
    detail:
      'Er is niets gewijzigd: wat toen gold, blijft. Laat een nieuwe prijs beginnen in een maand die niet is afgesloten.',
  },
  'vat-number': {
    title: 'Dit is geen btw-nummer',
    detail:
      'De vorm of de controlecijfers kloppen niet; er is niets gewijzigd. Neem het over zoals het er staat, land voorop: NL123456782B12.',
  },
};
