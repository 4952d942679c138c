export { Ledger, type LedgerLine } from './ledger';
