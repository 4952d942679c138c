/** The API under a bench, with who is signed in. */
export interface ListApi {
  readonly url: string;
  readonly cookie: string;
}

export type Filter = Readonly<Record<string, string>>;

export interface OrderPage {
  readonly items: readonly { readonly id: string; readonly createdAt: string }[];
  readonly next: string | null;
}

export const pageSize = 50;

/** One page of the production orders, newest first. */
export async function orderPage(
  api: ListApi,
  filter: Filter,
  after: string | null,
): Promise<OrderPage> {
  const query = new URLSearchParams({
    ...{ environment: 'production', limit: String(pageSize), ...filter },
    ...(after && { after }),
  });
  const answer = await fetch(`${api.url}/v1/orders?${query}`, { headers: { cookie: api.cookie } });
  if (!answer.ok) throw new Error(`The list answered ${answer.status}.`);
  return (await answer.json()) as OrderPage;
}
