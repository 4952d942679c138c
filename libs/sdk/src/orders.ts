/**
 * What goes over the line, as the API says it. Written out, so that the package needs nothing at run
 * time and its types need no other package; a test holds every type here equal to the API's contract.
 */

/** An amount in whole cents: EUR 12.50 is `{ currency: 'EUR', amount: 1250 }`. */
export interface Money {
  readonly currency: 'EUR';
  /** Whole cents, never a fraction. */
  readonly amount: number;
}

/** Every key and every order belongs to exactly one of the two. */
export type Environment = 'sandbox' | 'production';

/**
 * Where an order stands.
 *
 * - `ANNOUNCING`: nobody knows yet whether the bank has it
 * - `IN_PROGRESS`: the shopper may pay
 * - `COMPLETED`: paid · `CANCELLED`: the shopper gave up · `EXPIRED`: the time to pay is over ·
 *   `REFUSED`: the bank did not take it. These four are ends: an order never leaves them.
 */
export type OrderStatus =
  'ANNOUNCING' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED' | 'EXPIRED' | 'REFUSED';

/** One line of an order. The amounts of all lines times their quantity must add up to the order's. */
export interface OrderItem {
  readonly id?: string | undefined;
  readonly name: string;
  readonly description?: string | undefined;
  readonly quantity: number;
  /** Per piece, with VAT; negative for a discount. */
  readonly amount: Money;
  /** VAT per piece. */
  readonly tax?: Money | undefined;
  readonly category: 'PHYSICAL' | 'DIGITAL';
  /** `1` 21 %, `2` 9 %, `3` 0 %, `4` exempt. */
  readonly vatCategory?: '1' | '2' | '3' | '4' | undefined;
}

/** Passed on to the bank; Toonbank does not keep it. */
export interface Address {
  readonly firstName?: string | undefined;
  readonly middleName?: string | undefined;
  readonly lastName: string;
  readonly street: string;
  readonly houseNumber?: string | undefined;
  readonly houseNumberAddition?: string | undefined;
  readonly postalCode: string;
  readonly city: string;
  /** ISO 3166-1, such as `NL`. */
  readonly countryCode: string;
}

/** Passed on to the bank; Toonbank does not keep it. */
export interface Customer {
  readonly emailAddress?: string | undefined;
  /** DD-MM-YYYY. */
  readonly dateOfBirth?: string | undefined;
  readonly gender?: 'M' | 'F' | 'O' | undefined;
  readonly initials?: string | undefined;
  readonly telephoneNumber?: string | undefined;
  readonly fullName?: string | undefined;
}

/** What a shop sends to have an order announced at the bank. */
export interface CreateOrder {
  /** The shop's own order number: letters and digits; the bank shows the first 24. */
  readonly merchantOrderId: string;
  /** At least 1 and at most 9999999 cents (EUR 99,999.99). */
  readonly amount: Money;
  /** Where the shopper comes back to; {@link Toonbank.verifyReturn} reads what is added to it. */
  readonly returnUrl: string;
  /** The bank shows the first 35 characters. */
  readonly description?: string | undefined;
  /** Of the bank's pages. */
  readonly language?: 'NL' | 'EN' | 'FR' | 'DE' | undefined;
  readonly bankStatementReference?: string | undefined;
  /** Such as `IDEAL`; goes together with `paymentBrandForce`. */
  readonly paymentBrand?: string | undefined;
  /** `FORCE_ONCE`: another brand may be chosen after a failure; `FORCE_ALWAYS`: never. */
  readonly paymentBrandForce?: 'FORCE_ONCE' | 'FORCE_ALWAYS' | undefined;
  /** True: straight back to the shop, without the bank's page that says how it went. */
  readonly skipResultPage?: boolean | undefined;
  /** At most 99. */
  readonly items?: readonly OrderItem[] | undefined;
  readonly shippingAddress?: Address | undefined;
  readonly billingAddress?: Address | undefined;
  readonly customer?: Customer | undefined;
}

/** One payment that a shop asked for. */
export interface Order {
  readonly id: string;
  readonly merchantId: string;
  readonly webshopId: string;
  readonly environment: Environment;
  /** The shop's own order number. */
  readonly merchantOrderId: string;
  readonly status: OrderStatus;
  /** Something about this order wants a person to look at it, in the portal. */
  readonly needsLook: boolean;
  readonly total: Money;
  /** What the bank says was paid; null until it says so. */
  readonly paid: Money | null;
  /** With what the shopper tried to pay last; null until the bank says so. */
  readonly paymentBrand: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
}

/** The answer to an announcement. */
export interface CreatedOrder extends Order {
  /** Send the shopper here. Null when there is nothing to pay any more: look at `status`. */
  readonly redirectUrl: string | null;
}

/** Something that the bank cuts, drops or does not offer, found before it was sent. */
export interface OrderFinding {
  readonly path: string;
  readonly effect: 'cut' | 'dropped' | 'not-offered';
  readonly code: string;
  readonly limit?: number | undefined;
}

/** One try to tell the bank about an order. */
export interface OrderAnnouncement {
  readonly id: string;
  readonly number: number;
  readonly state: 'announcing' | 'announced' | 'unknown' | 'refused';
  /** The bank's number for this announcement. */
  readonly omnikassaOrderId: string | null;
  /** What the bank said became of it. */
  readonly endStatus: string | null;
  readonly refusal: { readonly code: number; readonly text: string } | null;
  readonly sentAt: string;
}

/** One attempt of the shopper to pay. */
export interface OrderTransaction {
  readonly id: string;
  readonly paymentBrand: string;
  readonly type: string;
  readonly status: string;
  readonly amount: Money;
  readonly confirmedAmount: Money | null;
  readonly startedAt: string;
  readonly updatedAt: string;
}

/** Something that happened to an order. */
export interface TimelineEntry {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly by: 'shop' | 'shopper' | 'bank' | 'toonbank' | 'person';
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A reason why an order wants a person to look at it. */
export interface OrderCase {
  readonly id: string;
  readonly kind: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Everything about one order. */
export interface OrderDetail extends Order {
  /** How people call the webshop: the host of its URL. */
  readonly host: string;
  readonly merchantName: string;
  /** Stands on the shopper's bank statement. */
  readonly pointOfSaleName: string;
  /** Number of the webshop at the bank, as it is now; null: not entered yet. */
  readonly poiId: string | null;
  readonly findings: readonly OrderFinding[];
  readonly announcements: readonly OrderAnnouncement[];
  readonly transactions: readonly OrderTransaction[];
  readonly cases: readonly OrderCase[];
  readonly timeline: readonly TimelineEntry[];
}

/** One thing that is wrong with what was sent, at the place where it is wrong. */
export interface ProblemIssue {
  readonly path: string;
  readonly message: string;
}

/** How the API says no (RFC 9457). */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly path?: string | undefined;
  readonly issues?: readonly ProblemIssue[] | undefined;
  /** The webshop that the detail names, for sentences in other languages. */
  readonly names?: { readonly host: string; readonly environment: string } | undefined;
  readonly requestId?: string | undefined;
}

const ends: readonly OrderStatus[] = ['COMPLETED', 'CANCELLED', 'EXPIRED', 'REFUSED'];

/** True when the order never changes again. Whoever asks repeatedly may stop. */
export function isEnd(status: OrderStatus): boolean {
  return ends.includes(status);
}
