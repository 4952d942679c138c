/** Problems of renewing keys; see `problems.nl.ts`. */
export const words = {
  'rotation-open': {
    title: 'De sleutels van deze webwinkel worden al vernieuwd',
    detail: 'Er is niets opgeslagen. Ga verder met die vernieuwing, of breek haar eerst af.',
  },
  'rotation-without-keys': {
    title: 'Deze webwinkel heeft nog geen sleutels van de bank',
    detail: 'Er is niets opgeslagen. Voer eerst het eerste paar sleutels in.',
  },
  'rotation-nothing-new': {
    title: 'Deze sleutels zijn hier al in gebruik',
    detail:
      'Er is niets opgeslagen. Laat de bank nieuwe sleutels maken en voer ten minste de nieuwe in.',
  },
  'rotation-step': {
    title: 'Deze stap kan nu niet',
    detail: 'Er is niets gewijzigd. Bekijk de vernieuwing zoals ze nu is.',
  },
  'rotation-not-quiet': {
    title: 'De oude sleutels kunnen nog niet veilig weg',
    detail:
      'Er is niets gewijzigd. Wacht tot het lang genoeg stil is en er geen order meer wacht, of vernietig ze toch.',
  },
  'rotation-fresh-in-use': {
    title: 'De bank ondertekent al met de nieuwe sleutels',
    detail:
      'Er is niets gewijzigd: zonder de nieuwe sleutels zouden berichten worden geweigerd. Ga verder met de vernieuwing.',
  },
  'rotation-old-refused': {
    title: 'De bank accepteert de oude sleutels niet meer',
    detail:
      'Er is niets gewijzigd: teruggaan zou de webwinkel stilleggen. Blijf bij de nieuwe sleutels.',
  },
  'batch-empty': {
    title: 'Er zijn geen sleutels die dan verlopen',
    detail: 'Er is niets gepland. Kies een andere termijn, of noem de webwinkels.',
  },
  'batch-too-many': {
    title: 'Te veel webwinkels voor één reeks',
    detail: 'Er is niets gepland. Kies een kortere termijn of één ondernemer.',
  },
  'batch-step': {
    title: 'Dit kan nu niet',
    detail: 'Er is niets gewijzigd. Bekijk de reeks zoals die nu is.',
  },
  'batch-ended': {
    title: 'Deze reeks is beëindigd',
    detail: 'Er is niets opgeslagen. Plan een nieuwe voor de webwinkels die over zijn.',
  },
  'batch-webshop': {
    title: 'De sleutels van deze webwinkel worden hier niet verwacht',
    detail:
      'Er is niets opgeslagen: hij zit niet in de reeks, kan niet worden vernieuwd of gebruikt zijn nieuwe sleutels al.',
  },
};
