import { type Field, signedString } from './signature';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The signed text of the retired v1 announcement. Some fields stand for an empty text when absent,
 * others are left out; three recorded requests of 2018 and 2019 verify with this order.
 */
export function announcementV1String(order: Fields): string {
  const amount = order['amount'] as Fields;
  return signedString([
    ...pick(order, ['timestamp', 'merchantOrderId']),
    ...pick(amount, ['currency', 'amount']),
    ...pick(order, ['language', 'description', 'merchantReturnURL']),
    ...((order['orderItems'] as Fields[] | undefined) ?? []).flatMap(itemFields),
    ...addressFields(order['shippingDetail']),
    ...present(order, ['paymentBrand', 'paymentBrandForce']),
    ...customerFields(order['customerInformation']),
    ...addressFields(order['billingDetail']),
  ]);
}

/** The answer to a v1 announcement is signed over its address alone. */
export function announcementAnswerV1String({
  redirectUrl,
}: {
  readonly redirectUrl: string;
}): string {
  return signedString([redirectUrl]);
}

function itemFields(item: Fields): Field[] {
  const tax = item['tax'] as Fields | null | undefined;
  return [
    ...present(item, ['id']),
    ...pick(item, ['name', 'description', 'quantity']),
    ...pick(item['amount'] as Fields, ['currency', 'amount']),
    ...(tax ? pick(tax, ['currency', 'amount']) : ['']),
    ...pick(item, ['category']),
    ...present(item, ['vatCategory']),
  ];
}

function addressFields(address: unknown): Field[] {
  if (!address) return [];
  const fields = address as Fields;
  return [
    ...pick(fields, ['firstName', 'middleName', 'lastName', 'street']),
    ...present(fields, ['houseNumber', 'houseNumberAddition']),
    ...pick(fields, ['postalCode', 'city', 'countryCode']),
  ];
}

function customerFields(customer: unknown): Field[] {
  const names = ['emailAddress', 'dateOfBirth', 'gender', 'initials', 'telephoneNumber'];
  return customer ? pick(customer as Fields, names) : [];
}

function pick(from: Fields, names: readonly string[]): Field[] {
  return names.map((name) => from[name] as Field);
}

function present(from: Fields, names: readonly string[]): Field[] {
  return pick(from, names).filter((field) => field !== null && field !== undefined);
}
