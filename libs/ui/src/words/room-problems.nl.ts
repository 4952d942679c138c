import { words as billing } from './billing-problems.nl';
import { words as exports } from './export-problems.nl';
import { words as keys } from './key-problems.nl';
import { words as rotations } from './rotation-problems.nl';
import { words as methods } from './method-problems.nl';
import { words as refunds } from './refund-problems.nl';
import { words as tasks } from './task-problems.nl';

/** Problems of single rooms, by their code; see `problems.nl.ts`. */
export const words = {
  ...billing,
  ...exports,
  ...keys,
  ...methods,
  ...refunds,
  ...rotations,
  ...tasks,
};
