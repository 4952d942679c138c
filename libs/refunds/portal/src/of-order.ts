export { OrderRefunds as list } from './order-refunds';
export { RefundAct as act } from './refund-act';
