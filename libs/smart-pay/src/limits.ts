/** How long the bank lets texts be, in code points; longer ones are cut. */
export const limits = {
  merchantOrderId: 24,
  merchantOrderIdWithReference: 255,
  shopperBankstatementReference: 24,
  description: 35,
  items: 99,
  item: { id: 25, name: 50, description: 100 },
  address: {
    firstName: 50,
    middleName: 20,
    lastName: 50,
    street: 100,
    houseNumber: 100,
    houseNumberAddition: 6,
    postalCode: 10,
    city: 40,
  },
  customer: { emailAddress: 45, telephoneNumber: 31, initials: 256, fullName: 128 },
  amount: 9_999_999,
} as const;

export function codePoints(text: string): number {
  return [...text].length;
}
