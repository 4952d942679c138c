import type { ValueTransformer } from 'typeorm';

/** `bigint` comes back from the driver as text; our cents fit a double exactly (they stay under 2^53). */
export const cents: ValueTransformer = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};
