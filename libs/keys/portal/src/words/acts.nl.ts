/** Words of what is done with pairs in lists; see `nl.ts`. */
export const acts = {
  choose: {
    all: 'Kies alles wat hier staat',
    one: 'Kies {{host}}',
    bar: 'Gekozen webwinkels',
    count: '{{count}} webwinkels gekozen',
    countOne: '1 webwinkel gekozen',
    tooMany: 'Hoogstens {{most}} in één reeks',
    drop: 'Kies niets',
    renew: 'Vernieuw deze',
  },
  destroy: {
    column: 'Vernietigen',
    start: 'Vernietig',
    ofVersion: 'versie {{version}}',
    ask: {
      title: 'Versie {{version}} vernietigen?',
      means:
        'Dit paar is vervangen en verifieert alleen nog wat de bank ermee ondertekent. Daarna wordt dat geweigerd.',
      final: 'Dit kan niet ongedaan worden gemaakt: de sleutels worden vernietigd.',
      act: 'Vernietig versie {{version}}',
    },
    askLast: {
      title: 'Versie {{version}} vernietigen?',
      means:
        'Deze webwinkel is beëindigd en dit is het paar in gebruik. Daarna kan Toonbank de bank voor hem niets meer vragen: geen uitslag en geen terugbetaling.',
      final: 'Dit kan niet ongedaan worden gemaakt: de sleutels worden vernietigd.',
      act: 'Vernietig versie {{version}}',
    },
    verdict: {
      safe: 'Veilig te vernietigen: {{hours}} uur stil, en er wacht geen order op.',
      quiet: 'Veilig vanaf {{at}}, als het stil blijft.',
      order: 'Er wacht nog 1 order op zijn uitslag.',
      orders: 'Er wachten nog {{count}} orders op hun uitslag.',
      manyOrders: 'Er wachten nog meer dan honderd orders op hun uitslag.',
    },
    early: {
      title: 'Versie {{version}} is nog niet veilig te vernietigen',
      means:
        'Ze is nog niet lang genoeg stil, of er wacht nog een order op. Wat de bank ermee ondertekent, wordt vanaf nu geweigerd.',
      final: 'Er is nog niets gewijzigd. Wacht liever, of vernietig ze toch: dan is het voorgoed.',
      act: 'Vernietig toch',
    },
    done: 'Versie {{version}} is vernietigd.',
  },
  revokeApiKey: {
    title: 'API-sleutel {{prefix}}… intrekken?',
    means: 'De webwinkel die hem gebruikt, kan meteen geen orders meer aankondigen.',
    final: 'Dit kan niet terug. Maak eerst een nieuwe als de winkel moet doorgaan.',
    act: 'Trek sleutel in',
    done: 'API-sleutel {{prefix}}… ingetrokken.',
  },
};
