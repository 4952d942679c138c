/** Problems of the keys of webshops; see `problems.nl.ts`. */
export const words = {
  'keys-swapped': {
    title: 'De velden zijn verwisseld',
    detail: 'De lange is de Refresh Token, de korte de Signing Key. Wissel ze om.',
  },
  'token-in-key-field': {
    title: 'Dit is een Refresh Token',
    detail:
      'Hier hoort de Signing Key, de kortste van de twee. Kopieer die uit het dashboard van de bank.',
  },
  'key-in-token-field': {
    title: 'Dit is een Signing Key',
    detail:
      'Hier hoort de Refresh Token, de langste van de twee. Kopieer die uit het dashboard van de bank.',
  },
  'signing-key-spaces': {
    title: 'In de Signing Key staan spaties of regeleinden',
    detail:
      'Er is iets meegekopieerd, of er ontbreekt een deel. Kopieer hem met de pijl in het dashboard van de bank.',
  },
  'signing-key-form': {
    title: 'Dit is geen Signing Key',
    detail:
      'Een Signing Key heeft 44 tekens en eindigt op "=". Kopieer hem opnieuw uit het dashboard van de bank.',
  },
  'refresh-token-spaces': {
    title: 'In de Refresh Token staan spaties of regeleinden',
    detail:
      'Er is iets meegekopieerd, of er ontbreekt een deel. Kopieer hem met de pijl in het dashboard van de bank.',
  },
  'refresh-token-form': {
    title: 'Dit is geen Refresh Token',
    detail:
      'Een Refresh Token heeft drie delen met punten ertussen. Kopieer hem opnieuw uit het dashboard van de bank.',
  },
  'keys-refused': {
    title: 'De bank neemt deze Refresh Token niet aan',
    detail:
      'Hij is vervangen, verlopen of niet compleet. Kopieer de sleutels die nu in het dashboard staan.',
  },
  'wrong-environment': {
    title: 'Deze Refresh Token hoort bij de andere omgeving',
    detail:
      'Er is niets opgeslagen. Haal de sleutels van deze omgeving op in het dashboard van de bank.',
  },
  'key-in-use': {
    title: 'Deze sleutel is elders in gebruik',
    detail:
      'Elke webwinkel heeft in elke omgeving eigen sleutels. Kopieer de sleutels van deze webwinkel en deze omgeving.',
    named: {
      production:
        'Hij is van {{host}}, productie. Kopieer de sleutels van deze webwinkel en deze omgeving.',
      sandbox:
        'Hij is van {{host}}, sandbox. Kopieer de sleutels van deze webwinkel en deze omgeving.',
    },
  },
  'keys-destroyed': {
    title: 'Dit paar sleutels is hier vernietigd',
    detail:
      'Er is niets opgeslagen. Het was vervangen en iemand liet het vernietigen. Kopieer de sleutels die nu in het dashboard van de bank staan, of laat nieuwe maken.',
  },
  'signing-moment-passed': {
    title: 'Dit moment is voorbij',
    detail: 'Er is niets gewijzigd. Noem een moment dat nog komt, of geen: dan is het nu.',
  },
  'virtual-signer': {
    title: 'Dan zou geen paar ondertekenen',
    detail: 'Er is niets gewijzigd. Laat eerst het andere paar ondertekenen.',
  },
  'bank-no-answer': {
    title: 'De bank antwoordde niet',
    detail:
      'De sleutels konden niet worden gecontroleerd, dus er is niets opgeslagen. Probeer het over een minuut opnieuw.',
  },
  'keys-shredded': {
    title: 'Dit paar sleutels wordt niet meer bewaard',
    detail:
      'Het is vervangen en de sleutels zijn vernietigd. Kijk naar het paar dat in gebruik is.',
  },
  'keys-in-renewal': {
    title: 'Dit paar hoort bij een vernieuwing die nog loopt',
    detail:
      'Er is niets gewijzigd. Maak die vernieuwing af, dan gaat het oude paar mee, of breek haar eerst af.',
  },
  'keys-not-old': {
    title: 'Dit paar is in gebruik',
    detail:
      'Er is niets gewijzigd. Alleen een paar dat vervangen is, kan weg, of het laatste als de webwinkel beëindigd is: voer eerst nieuwe sleutels in.',
  },
  'keys-orders-wait': {
    title: 'Er wachten nog orders van deze webwinkel op hun uitslag',
    detail:
      'Er is niets gewijzigd. Zonder het laatste paar is geen uitslag op te halen: wacht tot geen order meer openstaat.',
  },
  'virtual-keys-shown-once': {
    title: 'Virtuele sleutels worden getoond als ze gemaakt worden, en daarna nooit meer',
    detail:
      'Er is niets getoond. Geef een tweede paar uit, zet het in de webwinkel en trek dan dit in.',
  },
  'key-expiry-known': {
    title: 'De Refresh Token zegt zelf wanneer hij verloopt',
    detail:
      'Er is niets gewijzigd. Een datum invullen kan alleen als de Refresh Token er geen noemt.',
  },
  'key-expiry-day': {
    title: 'Een sleutel die werkt, kan niet op deze dag verlopen',
    detail:
      'Er is niets gewijzigd. Neem een dag vanaf vandaag, hoogstens tien jaar vooruit, zoals het in het dashboard van de bank staat.',
  },
  'two-virtual-pairs': {
    title: 'Deze webwinkel heeft al twee paren virtuele sleutels',
    detail:
      'Twee kunnen tegelijk geldig zijn, om zonder onderbreking te vernieuwen. Trek er eerst een in.',
  },
  'last-virtual-pair': {
    title: 'Dit is het enige paar virtuele sleutels',
    detail:
      'Zonder dit paar kan de webwinkel niets controleren. Geef een nieuw paar uit, zet het in de webwinkel en trek dan dit in.',
  },
};
