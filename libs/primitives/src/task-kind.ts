import * as z from 'zod';

/**
 * What can wait on somebody, over all rooms. Each kind has its words, its page and its button in the
 * list of tasks; the compiler asks for them.
 */
export const TaskKind = z.enum([
  'order-look',
  'refund-approval',
  'refund-elsewhere',
  'refund-keys',
  'key-expiry',
  'key-rotation',
  'method-signing',
  'method-activation',
  'paypal-proof',
  'webshop-ending',
  'month-to-close',
  'invoice-overdue',
  'export-undelivered',
]);
export type TaskKind = z.infer<typeof TaskKind>;
