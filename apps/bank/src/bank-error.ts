/** What the bank refuses, in its own words. */
export class BankRefusal extends Error {
  constructor(
    readonly status: number,
    readonly errorCode: number,
    readonly texts: { readonly errorMessage?: string; readonly consumerMessage?: string },
  ) {
    super(texts.consumerMessage ?? texts.errorMessage ?? String(errorCode));
  }

  body(): object {
    return { errorCode: this.errorCode, ...this.texts };
  }
}

export function notAuthenticated(): BankRefusal {
  const errorMessage = 'Full authentication is required to access this resource';
  return new BankRefusal(401, 5001, { errorMessage });
}

export function invalid(consumerMessage: string): BankRefusal {
  return new BankRefusal(422, 5017, { consumerMessage });
}
