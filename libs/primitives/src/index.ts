export { centsOf } from './cents-of';
export { Environment } from './environment';
export { disarmed, formulaMarks } from './formula';
export { Html, html } from './html';
export { Id, newId } from './id';
export { Language } from './language';
export { Cents, Currency, euro, maxCents, Money } from './money';
export { Name } from './name';
export { pageOf, PageQuery } from './page';
export { ProblemDocument, ProblemIssue } from './problem';
export {
  AgencyRole,
  agencyRights,
  apiKeyRights,
  MerchantRole,
  merchantRights,
  Right,
  sessionRights,
} from './rights';
export { TaskKind } from './task-kind';
export { Text } from './text';
