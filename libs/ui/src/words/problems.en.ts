/** The server says its problems in English already: here stands only what it cannot say itself. */
export const words = {
  again: 'Try again',
  search: 'Search',
  requestId: 'id of the request',
  field: 'Field',
  code: 'Code',
  reference: 'Reference',
  quote: 'name it when you ask for help',
  'no-answer': {
    title: 'No connection to Toonbank',
    detail:
      'You see what was known last; what you typed is kept. Check your connection and try again.',
  },
  broken: {
    title: 'Something went wrong at Toonbank',
    detail: 'Nothing was changed halfway. Try again; if it stays, tell us the id of the request.',
  },
  drifted: {
    title: 'This page and the server do not understand each other',
    detail: 'The portal was probably renewed meanwhile. Reload the page.',
  },
};
