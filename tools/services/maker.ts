/**
 * How Node runs what makes exports. All it does is let bytes go by: a small nursery is emptied often,
 * and the memory of what has gone by is soon used again.
 */
export const makerEnvironment = {
  NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --max-semi-space-size=2`.trim(),
} as const;
