import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Announcement } from './announcement';
import { announcementFindings } from './findings';
import { returnUrlProblem } from './return-url';
import { signedString } from './signature';
import { bankTime, parseBankTime } from './time';

const order = (changes: object = {}) =>
  Announcement.parse({
    merchantOrderId: 'A1',
    amount: { currency: 'EUR', amount: '1250' },
    ...changes,
  });
const address = { lastName: 'x', street: 'y', city: 'z', postalCode: '1234 AB', countryCode: 'NL' };
const item = { name: 'Cheese', quantity: 1, amount: { currency: 'EUR', amount: 1250 } };

describe('what the bank would do to an announcement', () => {
  it('is nothing, for an ordinary one', () => {
    const ordinary = { orderItems: [item], shippingDetail: address, description: 'Cheese' };
    expect(announcementFindings(order(ordinary))).toEqual([]);
  });

  it.each([
    ['a long number', { merchantOrderId: 'A'.repeat(25) }, 'merchantOrderId cut too-long'],
    [
      'a dash in the number',
      { merchantOrderId: 'A-1' },
      'merchantOrderId refused letters-and-digits-only',
    ],
    ['a long description', { description: 'd'.repeat(36) }, 'description cut too-long'],
    [
      'items that do not add up',
      { orderItems: [{ ...item, quantity: 2 }] },
      'orderItems dropped items-do-not-add-up',
    ],
    [
      'a hundred items',
      { orderItems: Array.from({ length: 100 }, () => item) },
      'orderItems dropped too-many-items',
    ],
    [
      'an item name that is too long once escaped',
      { orderItems: [{ ...item, name: `${'x'.repeat(48)}&` }] },
      'orderItems.0.name refused item-name-too-long',
    ],
    [
      'an address without a city',
      { billingDetail: { ...address, city: null } },
      'billingDetail.city refused incomplete-address',
    ],
    [
      'a Dutch postal code in another form',
      { shippingDetail: { ...address, postalCode: '12' } },
      'shippingDetail.postalCode not-offered postal-code-form',
    ],
    [
      'a long e-mail address',
      { customerInformation: { emailAddress: 'e'.repeat(46) } },
      'customerInformation.emailAddress cut too-long',
    ],
  ])('is found for %s', (_what, changes, expected) => {
    const found = announcementFindings(order(changes));
    expect(found.map(({ path, effect, code }) => `${path} ${effect} ${code}`)).toEqual([expected]);
  });

  it('allows other letters and 255 of them with a bank-statement reference', () => {
    const named = { merchantOrderId: 'A-'.repeat(100), shopperBankstatementReference: 'REF1' };
    expect(announcementFindings(order(named))).toEqual([]);
  });

  it('counts letters as people do, not bytes', () => {
    expect(announcementFindings(order({ description: '😀'.repeat(35) }))).toEqual([]);
  });
});

describe('a return URL', () => {
  it.each([
    ['https://shop.example/return?x=1', null],
    ['http://localhost:4200/r/x', null],
    ['http://127.0.0.1:9/', null],
    ['', 'missing'],
    ['shop.example', 'not-valid'],
    ['ftp://shop.example/', 'not-valid'],
    ['https://shop.test/', 'not-valid'],
    ['https://10.0.0.1/', 'not-valid'],
    ['https://user:secret@shop.example/', 'not-valid'],
    ['https://shop.pro/', 'blacklisted'],
    [`https://shop.example/${'x'.repeat(1024)}`, 'too-long'],
  ])('%s is %s', (url, problem) => {
    expect(returnUrlProblem(url)).toBe(problem);
  });
});

describe('a time of the bank', () => {
  it('is written in Dutch time with milliseconds, summer and winter', () => {
    expect(bankTime(new Date('2026-07-01T10:00:00.000Z'))).toBe('2026-07-01T12:00:00.000+02:00');
    expect(bankTime(new Date('2026-12-01T10:00:00.001Z'))).toBe('2026-12-01T11:00:00.001+01:00');
  });

  it('is read back as the same moment, in every form that was seen', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2017-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          expect(parseBankTime(bankTime(date))).toEqual(date);
        },
      ),
    );
    const moment = new Date('2018-08-22T11:16:43.961Z');
    for (const text of ['2018-08-22T13:16:43.961+0200', '2018-08-22T11:16:43.961Z']) {
      expect(parseBankTime(text)).toEqual(moment);
    }
    expect(() => parseBankTime('yesterday')).toThrow('Not a time');
  });
});

describe('a signed text', () => {
  it('has as many commas as there are fields between which they stand, whatever is absent', () => {
    const field = fc.oneof(fc.constant(null), fc.constant(undefined), fc.integer(), fc.boolean());
    fc.assert(
      fc.property(fc.array(field, { minLength: 1 }), (fields) => {
        expect(signedString(fields).split(',')).toHaveLength(fields.length);
      }),
    );
  });
});
