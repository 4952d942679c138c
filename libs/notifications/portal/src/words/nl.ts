export const words = {
  title: 'Notificaties',
  one: 'Notificatie',
  lead: 'Wat de bank meldde. Elke melding is geverifieerd en bewaard voor ze werd beantwoord.',
  caption: 'Notificaties van de bank, nieuwste eerst',
  loading: 'Notificaties worden opgehaald',
  received: 'Ontvangen',
  webshop: 'Webwinkel',
  state: 'Toestand',
  keyVersion: 'Sleutelversie',
  tokenUntil: 'Token geldig tot',
  id: 'Id',
  facts: 'Gegevens',
  said: 'Wat de bank zei',
  message: 'Origineel bericht',
  withoutToken:
    'Het token is weggelaten: zolang het leeft opent het de resultaten van de webwinkel.',
  pull: 'Haal nu op',
  asked: 'De bank wordt opnieuw gevraagd.',
  tokenOver:
    'Met dit token kan niet meer worden opgehaald. Zolang er iets klaarstaat stuurt de bank elke minuut een nieuwe notificatie, tot 24 uur na de eindstatus.',
  states: {
    ...{ waiting: 'Wacht', pulled: 'Opgehaald', expired: 'Verlopen' },
    'key-destroyed': 'Sleutel vernietigd',
  },
  leads: {
    waiting: 'De resultaten worden zo opgehaald.',
    pulled: 'De resultaten zijn opgehaald en verwerkt.',
    expired: 'Het token verliep ongebruikt; een nieuwere notificatie nam het over.',
    'key-destroyed':
      'De sleutel waarmee zij kwam is vernietigd voor ermee was opgehaald; een notificatie met de nieuwe sleutel neemt het over.',
  },
  refused: {
    ownOne:
      'Sinds {{since}} is 1 notificatie met de poiId van deze webwinkel geweigerd, op {{last}}: met geen sleutel van hier klopt haar handtekening.',
    own: 'Sinds {{since}} zijn {{many}} notificaties met de poiId van deze webwinkel geweigerd, de laatste op {{last}}: met geen sleutel van hier klopt hun handtekening.',
    noneVerified:
      'Met dit paar klopte nog geen enkele. Misschien is het van een andere webwinkel, of maakte de bank daarna nieuwe sleutels. Vergelijk het met het dashboard van de bank en voer het paar van deze webwinkel in; de bank herhaalt haar melding.',
    othersVerify:
      'Andere kloppen wel met dit paar, de laatste op {{verified}}. Maakte de bank daarna nieuwe sleutels, voer ze dan in; anders hoeft er niets.',
    unknownOne:
      'Op het webhook-adres van het bureau is sinds {{since}} 1 notificatie geweigerd, op {{last}}: haar poiId is van geen webwinkel die hier sleutels heeft.',
    unknown:
      'Op het webhook-adres van het bureau zijn sinds {{since}} {{many}} notificaties geweigerd, de laatste op {{last}}: hun poiId is van geen webwinkel die hier sleutels heeft.',
    poiIds: 'De laatste: {{poiIds}}.',
    unknownMeans:
      'Van deze webwinkel klopte nog geen notificatie. Misschien staat zijn poiId hier verkeerd, of is het webhook-adres bij de bank ingevuld bij een webwinkel die hier niet staat. Vergelijk de poiId met het dashboard van de bank.',
    anybody: 'Iedereen kan iets naar het adres sturen. Wat geweigerd wordt, verandert niets.',
  },
  nothingFits: 'Geen notificatie past bij deze filters',
  nothingFitsMore: 'Verwijder een filter.',
  dropFilter: 'Wis filters',
  empty: 'De bank heeft nog niets gemeld in deze omgeving',
  emptyMore:
    'Zodra een order een eindstatus krijgt, meldt de bank het hier. Blijft het stil, controleer dan of de webhook bij de bank is ingevuld.',
  toWebshops: 'Bekijk de webwinkels',
};
