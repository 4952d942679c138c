import { describe, expect, it } from 'vitest';
import { announcementAnswerV1String, announcementV1String } from './announcement-v1';
import { Notification, notificationString, verifyNotification } from './notification';
import { OrderResultsV1, OrderResultsV2, resultsString, verifyResults } from './results';
import { returnString, verifyReturn } from './return-url';
import { type Field, sign, signedString, signingKey, verify } from './signature';
import vectors from './vectors.json';

type Input = Record<string, unknown>;

const strings: Record<string, (input: Input) => string> = {
  notification: (input) => notificationString(Notification.parse({ signature: '', ...input })),
  'order-results-v1': (input) =>
    resultsString(1, OrderResultsV1.parse({ signature: '', ...input })),
  'order-results-v2': (input) =>
    resultsString(2, OrderResultsV2.parse({ signature: '', ...input })),
  'return-url': ({ order_id, status }) =>
    returnString({ orderId: String(order_id), status: String(status) }),
  'announce-request-v1': announcementV1String,
  'announce-response-v1': ({ redirectUrl }) =>
    announcementAnswerV1String({ redirectUrl: String(redirectUrl) }),
  generic: (input) => signedString(Object.values(input).flat() as Field[]),
};

describe("the bank's signatures", () => {
  it.each(vectors.vectors)('$name: the signed text and its signature come out', (vector) => {
    const text = strings[vector.kind]!(vector.input as Input);
    expect(text).toBe(vector.signedString);
    const key = signingKey(vector.signingKeyBase64);
    expect(sign(key, text)).toBe(vector.expectedHexSignature);
    expect(verify(key, text, vector.expectedHexSignature)).toBe(true);
  });

  it.each(vectors.mustReject)('refuses: $name', (vector) => {
    const key = signingKey(vector.signingKeyBase64);
    const { signature } = vector;
    const input = vector.input as Input;
    const accepted =
      vector.kind === 'notification'
        ? verifyNotification(key, Notification.parse({ ...input, signature }))
        : verifyReturn(key, {
            orderId: String(input['order_id']),
            status: String(input['status']),
            signature,
          });
    expect(accepted).toBe(false);
  });

  it.each(vectors.vectors.filter((v) => v.kind.startsWith('order-results')))(
    '$name: one changed amount is noticed',
    (vector) => {
      const version = vector.kind.endsWith('v1') ? 1 : 2;
      const schema = version === 1 ? OrderResultsV1 : OrderResultsV2;
      const page = schema.parse({ ...vector.input, signature: vector.expectedHexSignature });
      const key = signingKey(vector.signingKeyBase64);
      expect(verifyResults(version, key, page)).toBe(true);
      page.moreOrderResultsAvailable = !page.moreOrderResultsAvailable;
      expect(verifyResults(version, key, page)).toBe(false);
    },
  );
});
