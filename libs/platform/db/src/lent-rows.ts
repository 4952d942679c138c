/**
 * What kind of value a lent column holds. `text` may begin with anything, for shops and people typed
 * it; `word` is one of ours or of the bank's; `own` a word that its SQL itself spells out; `cents` are
 * whole cents; a `day` has no time.
 */
export type LentKind = 'id' | 'word' | 'own' | 'text' | 'cents' | 'moment' | 'day';

export interface LentColumn {
  readonly name: string;
  readonly kind: LentKind;
  readonly sql: string;
}

/**
 * Rows that a room lends to be copied out in bulk by a room above it. The room that owns the tables
 * writes the SQL, so it alone names them, and it alone decides which columns leave the house: never
 * one that could hold something about a shopper.
 */
export interface LentRows {
  readonly columns: readonly LentColumn[];
  /** Tables and their aliases; joins carry the agency. */
  readonly from: string;
  readonly agency: string;
  /** Never null, as `webshop` isn't: by them it is known whose a row is. */
  readonly merchant: string;
  /** Null: these rows belong to a merchant as a whole, and to production. */
  readonly place: { readonly webshop: string; readonly environment: string } | null;
  /** What a period is over. */
  readonly at: { readonly kind: 'moment' | 'day'; readonly sql: string };
  /** Makes the order of the rows whole: the same rows stand in the same order each time. */
  readonly id: string;
}
