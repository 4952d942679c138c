export {
  AnnouncedAddress,
  AnnouncedCustomer,
  AnnouncedItem,
  Announcement,
  AnnouncementAnswer,
} from './announcement';
export { announcementAnswerV1String, announcementV1String } from './announcement-v1';
export { IdealIssuers, knownBrands, PaymentBrands, StoredCards } from './brands';
export { BankError, bankErrorCodes } from './errors';
export { type AnnouncementFinding, announcementFindings } from './findings';
export { codePoints, limits } from './limits';
export {
  Notification,
  notificationString,
  orderStatusChangedEvent,
  signNotification,
  verifyNotification,
} from './notification';
export { OrderById } from './order-by-id';
export { RefreshAnswer } from './refresh';
export { RefundableDetails, RefundDetails, RefundRequest } from './refunds';
export {
  OrderResult,
  OrderResultsV1,
  OrderResultsV2,
  type OrderResultV2,
  resultsPerPage,
  resultsString,
  type ResultsVersion,
  signResults,
  Transaction,
  verifyResults,
} from './results';
export {
  type ReturnParameters,
  returnString,
  returnUrlProblem,
  signReturn,
  verifyReturn,
} from './return-url';
export { type Field, sign, signedString, type SigningKey, signingKey, verify } from './signature';
export { bankTime, parseBankTime } from './time';
export { centsOf, WireMoney } from './wire';
