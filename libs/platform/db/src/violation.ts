interface PostgresError {
  readonly code?: string;
  readonly constraint?: string;
}

/**
 * Whether the database refused a row for this constraint or unique index. Ask outside `Work`: the
 * error has ended the transaction it happened in.
 */
export function violates(error: unknown, constraint: string): boolean {
  const wrapped = error as (PostgresError & { readonly driverError?: PostgresError }) | null;
  const cause = wrapped?.driverError ?? wrapped;
  return !!cause?.code?.startsWith('23') && cause.constraint === constraint;
}
