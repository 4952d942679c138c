import * as z from 'zod';

/** The bank's error body. Clients take its mere presence for an error, whatever the HTTP status. */
export const BankError = z.looseObject({
  errorCode: z.number(),
  errorMessage: z.string().nullish(),
  consumerMessage: z.string().nullish(),
});
export type BankError = z.infer<typeof BankError>;

/** The codes that are known, with what they mean. */
export const bankErrorCodes = {
  notAuthenticated: 5001,
  orderNumberForm: 5002,
  notValid: 5017,
  brandNotActive: 5024,
} as const;
