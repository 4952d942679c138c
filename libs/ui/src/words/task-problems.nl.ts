/** Problems of tasks; see `problems.nl.ts`. */
export const words = {
  'task-owner': {
    title: 'Deze persoon kan geen taken doen',
    detail: 'Er is niets overgedragen. Kies een collega uit de lijst.',
  },
};
