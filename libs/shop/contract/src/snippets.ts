import type { Id } from '@toonbank/primitives';

export type SnippetLanguage = 'php' | 'node' | 'curl';
export const snippetLanguages = [
  'php',
  'node',
  'curl',
] as const satisfies readonly SnippetLanguage[];

/** What stands in a snippet until a person puts the key in. */
export const keyPlaceholders = { apiKey: 'PASTE_THE_API_KEY', signingKey: 'PASTE_THE_SIGNING_KEY' };

export interface SnippetValues {
  /** Where the API is, without a slash at the end. */
  readonly apiUrl: string;
  readonly webshopId: Id;
  /** Just issued; else a placeholder stands there. */
  readonly apiKey?: string | undefined;
  /** The virtual signing key, just issued; else a placeholder stands there. */
  readonly signingKey?: string | undefined;
}

/**
 * Small shops that work as they stand: they announce an order, send the shopper to the bank, and
 * verify the return. In three languages, with this webshop's values filled in.
 */
export function snippets(values: SnippetValues): Readonly<Record<SnippetLanguage, string>> {
  const filled = {
    ...values,
    apiKey: values.apiKey ?? keyPlaceholders.apiKey,
    signingKey: values.signingKey ?? keyPlaceholders.signingKey,
  };
  return { php: php(filled), node: node(filled), curl: curl(filled) };
}

type Filled = Required<{ [K in keyof SnippetValues]: NonNullable<SnippetValues[K]> }>;

function php({ apiUrl, webshopId, apiKey, signingKey }: Filled): string {
  return `<?php
// shop.php: try it with  php -S localhost:8080 shop.php  and open http://localhost:8080/pay
// Keep both keys out of version control.
const API_KEY = '${apiKey}';
const SIGNING_KEY = '${signingKey}';
const ORDERS = '${apiUrl}/v1/webshops/${webshopId}/orders';

/** Announces an order; answers the address to send the shopper to. */
function announce(string $number, int $cents, string $returnUrl): string
{
    $call = curl_init(ORDERS);
    curl_setopt_array($call, [
        CURLOPT_POST => true,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_HTTPHEADER => [
            'Authorization: Bearer ' . API_KEY,
            'Content-Type: application/json',
            'Idempotency-Key: ' . $number, // The same order sent twice is one order.
        ],
        CURLOPT_POSTFIELDS => json_encode([
            'merchantOrderId' => $number,
            'amount' => ['currency' => 'EUR', 'amount' => $cents],
            'returnUrl' => $returnUrl,
        ]),
    ]);
    $answer = json_decode((string) curl_exec($call), true);
    if (!isset($answer['redirectUrl'])) {
        throw new RuntimeException($answer['detail'] ?? 'No answer yet: send the same order again.');
    }
    return $answer['redirectUrl'];
}

/** Whether Toonbank signed this return. Believe no status without it. */
function isGenuine(array $query): bool
{
    $text = ($query['order_id'] ?? '') . ',' . ($query['status'] ?? '');
    $expected = hash_hmac('sha512', $text, base64_decode(SIGNING_KEY));
    return hash_equals($expected, $query['signature'] ?? '');
}

$here = 'http://' . $_SERVER['HTTP_HOST'];
switch (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
    case '/pay':
        header('Location: ' . announce('TEST' . bin2hex(random_bytes(8)), 1250, $here . '/return'), true, 303);
        break;
    case '/return':
        header('Content-Type: text/plain');
        echo isGenuine($_GET) ? $_GET['order_id'] . ' is ' . $_GET['status'] : 'Not signed by Toonbank.';
        break;
    default:
        http_response_code(404);
}
`;
}

function node({ apiUrl, webshopId, apiKey, signingKey }: Filled): string {
  return `// shop.mjs: try it with  node shop.mjs  and open http://localhost:8080/pay
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

// Keep both keys out of version control.
const apiKey = '${apiKey}';
const signingKey = '${signingKey}';
const orders = '${apiUrl}/v1/webshops/${webshopId}/orders';

/** Announces an order; answers the address to send the shopper to. */
async function announce(number, cents, returnUrl) {
  const answer = await fetch(orders, {
    method: 'POST',
    headers: {
      authorization: \`Bearer \${apiKey}\`,
      'content-type': 'application/json',
      'idempotency-key': number, // The same order sent twice is one order.
    },
    body: JSON.stringify({
      merchantOrderId: number,
      amount: { currency: 'EUR', amount: cents },
      returnUrl,
    }),
  });
  const order = await answer.json();
  if (!order.redirectUrl) throw new Error(order.detail ?? 'No answer yet: send the same order again.');
  return order.redirectUrl;
}

/** Whether Toonbank signed this return. Believe no status without it. */
function isGenuine(query) {
  const text = \`\${query.get('order_id')},\${query.get('status')}\`;
  const key = Buffer.from(signingKey, 'base64');
  const expected = createHmac('sha512', key).update(text).digest();
  const given = Buffer.from(query.get('signature') ?? '', 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const port = process.env.PORT ?? 8080;
createServer(async (request, response) => {
  const here = new URL(request.url, \`http://\${request.headers.host}\`);
  try {
    if (here.pathname === '/pay') {
      const bank = await announce(\`TEST\${Date.now()}\`, 1250, \`\${here.origin}/return\`);
      response.writeHead(303, { location: bank }).end();
    } else if (here.pathname === '/return') {
      const { order_id, status } = Object.fromEntries(here.searchParams);
      response.end(isGenuine(here.searchParams) ? \`\${order_id} is \${status}\` : 'Not signed by Toonbank.');
    } else {
      response.writeHead(404).end();
    }
  } catch (error) {
    response.writeHead(502).end(error.message);
  }
}).listen(port, () => console.log(\`http://localhost:\${port}/pay\`));
`;
}

function curl({ apiUrl, webshopId, apiKey, signingKey }: Filled): string {
  return `# Keep both keys out of version control.
API_KEY='${apiKey}'
SIGNING_KEY='${signingKey}'
API='${apiUrl}/v1'
NUMBER="TEST$(date +%s)"

# 1. Announce an order of EUR 12.50. Send the shopper to the redirectUrl of the answer.
curl -sS "$API/webshops/${webshopId}/orders" \\
  -H "Authorization: Bearer $API_KEY" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: $NUMBER" \\
  -d '{
    "merchantOrderId": "'"$NUMBER"'",
    "amount": { "currency": "EUR", "amount": 1250 },
    "returnUrl": "https://example.com/return"
  }'
echo

# 2. The shopper comes back with order_id, status and signature. Fill in the first two: what this
#    prints must be the signature. Believe no status without it.
ORDER_ID="\${ORDER_ID:-$NUMBER}"
STATUS="\${STATUS:-COMPLETED}"
KEY="$(printf '%s' "$SIGNING_KEY" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')"
printf '%s,%s' "$ORDER_ID" "$STATUS" \\
  | openssl dgst -sha512 -mac HMAC -macopt "hexkey:$KEY" | sed 's/.*= *//'

# 3. Did the shopper not come back? Ask.
curl -sS "$API/orders?merchantOrderId=$NUMBER" -H "Authorization: Bearer $API_KEY"
echo
`;
}
