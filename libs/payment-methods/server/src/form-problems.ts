import { Problem } from '@toonbank/platform/http';

/** What is wrong with what PayPal and Billink need, each with what to do. Nothing is changed. */
export const formProblems = {
  noPayPalAccount: () =>
    Problem.conflict(
      'paypal-account-missing',
      'PayPal needs the e-mail address of a business account first.',
      'Without it the bank can not connect PayPal. Fill in the address of the business account, then go on.',
    ),
  noTestOrder: () =>
    Problem.conflict(
      'paypal-no-test-order',
      'There is no order yet that proves it.',
      'No order of production was paid with PayPal since the address was said. Buy something small at the webshop, pay it with PayPal, and ask again.',
    ),
  noBillinkForm: () =>
    Problem.conflict(
      'billink-form-missing',
      'Billink needs some details of the merchant first.',
      'The bank asks for a VAT number and for customer service. Fill in the form for Billink, then request it.',
    ),
  notEligible: (path: 'inNetherlands' | 'dutchConsumers' | 'noExcludedGoods') =>
    Problem.unprocessable(
      'billink-not-eligible',
      'Billink is not for this merchant.',
      'It is for companies in the Netherlands that sell to Dutch consumers, without the excluded product groups. Choose another method, or ask the bank.',
      path,
    ),
  vatForm: () =>
    Problem.unprocessable(
      'vat-number-form',
      'This is not the form of a Dutch VAT number.',
      'It is NL, nine digits, B and two digits, such as NL004495445B01. Copy it from an invoice or from the tax office.',
      'vatNumber',
    ),
  vatDigit: () =>
    Problem.unprocessable(
      'vat-number-digit',
      'A digit of this VAT number is wrong.',
      'The check digit does not fit the others. Copy the number again from an invoice or from the tax office.',
      'vatNumber',
    ),
  twoWays: () =>
    Problem.unprocessable(
      'billink-contact',
      'Customer service must be reachable in at least two ways.',
      'Fill in two of e-mail, telephone and a page on the web.',
      'serviceEmail',
    ),
  noConsent: () =>
    Problem.unprocessable(
      'billink-consent',
      'These details go to Billink.',
      'Without consent to share them Billink can not be requested. Give it, or choose another method.',
      'consent',
    ),
  endsTooEarly: () =>
    Problem.unprocessable(
      'billink-exclusion-end',
      'This group would end before it begins.',
      'Choose a last day on or after the first one. Nothing was saved.',
      'until',
    ),
  doubleGroup: (path: 'name' | 'until') =>
    Problem.unprocessable(
      'billink-exclusion-double',
      'This group stands in the list already.',
      'It is excluded on some of these days. Give the other one an end, or choose other days.',
      path,
    ),
  doubleLine: () =>
    Problem.unprocessable(
      'tariff-double',
      'Two lines say the same part of the same method from the same day.',
      'One of them can not be right. Take one away, or let it begin on another day.',
      'lines',
    ),
  wholeAndPart: () =>
    Problem.unprocessable(
      'tariff-whole-and-part',
      'A method has the whole price or its parts, not both from the same day.',
      'They would be counted twice. Keep the price the bank names as a whole, or the parts it is made up of.',
      'lines',
    ),
  tariffsChanged: () =>
    Problem.conflict(
      'tariffs-changed',
      'Somebody changed these tariffs meanwhile.',
      'Nothing of yours was saved, and nothing of theirs is lost. Look at the tariffs as they are now, and save yours again.',
    ),
} as const;
