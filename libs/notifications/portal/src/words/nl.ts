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
  nothingFits: 'Geen notificatie past bij deze filters',
  nothingFitsMore: 'Verwijder een filter.',
  dropFilter: 'Wis filters',
  empty: 'De bank heeft nog niets gemeld in deze omgeving',
  emptyMore:
    'Zodra een order een eindstatus krijgt, meldt de bank het hier. Blijft het stil, controleer dan of de webhook bij de bank is ingevuld.',
  toWebshops: 'Bekijk de webwinkels',
};
