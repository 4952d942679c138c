/** Rows of the ledger, as they are stored: times in milliseconds, amounts in cents. */
export interface WebshopRow {
  readonly id: string;
  readonly merchant_id: string;
  readonly name: string;
  readonly poi_id: number;
  readonly environment: 'sandbox' | 'production';
  readonly webhook_url: string | null;
  /** JSON: name of the brand to `Active` or `Inactive`. */
  readonly brands: string;
}

export interface KeyPairRow {
  readonly id: string;
  readonly webshop_id: string;
  readonly refresh_token: string;
  readonly signing_key: string;
  readonly issued_at: number;
  readonly expires_at: number;
  readonly ends_at: number | null;
}

export type OrderStatus = 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED' | 'EXPIRED';

export interface OrderRow {
  readonly id: string;
  readonly webshop_id: string;
  readonly merchant_order_id: string;
  readonly amount: number;
  readonly currency: string;
  readonly return_url: string;
  readonly language: string;
  readonly description: string | null;
  readonly brand: string | null;
  readonly brand_force: string | null;
  readonly skip_result: number;
  readonly page_token: string;
  readonly announced_at: number;
  readonly status: OrderStatus;
  readonly status_at: number;
  readonly notified_at: number | null;
  readonly handed_out_at: number | null;
}

export interface RefundRow {
  readonly id: string;
  readonly webshop_id: string;
  readonly payment_id: string;
  readonly request_id: string | null;
  /** JSON: what was asked for, as it is told back. */
  readonly asked: string;
  readonly amount: number;
  readonly brand: string;
  /** What it will be once its time has come. */
  readonly outcome: string;
  readonly transaction_id: string;
  readonly created_at: number;
  readonly settles_at: number;
}

export interface PaymentRow {
  readonly id: string;
  readonly order_id: string;
  readonly brand: string;
  readonly status: string;
  readonly amount: number;
  readonly confirmed: number | null;
  readonly started_at: number;
  readonly updated_at: number;
}
