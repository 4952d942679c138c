import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { Bank } from './bank-parts';
import { type Html, html } from '@toonbank/primitives';
import type { WebshopRow } from './rows';
import { HandOutMode } from './settings';

const NewWebshop = z.object({
  merchant: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  environment: z.enum(['sandbox', 'production']),
});
const Renewal = z.object({ webshop: z.string(), overlapHours: z.coerce.number().int().min(0) });
const Webhook = z.object({ webshop: z.string(), url: z.union([z.url(), z.literal('')]) });
const Switch = z.object({
  ...{ webshop: z.string(), brand: z.string().min(1).max(50) },
  status: z.enum(['Active', 'Inactive']),
});
const Mode = z.object({ mode: HandOutMode });

/** What the forms of the control panel do. A form that cannot be read changes nothing. */
export function consoleForms(app: FastifyInstance, bank: Bank): void {
  app.post('/console/webshop', (request, reply) => {
    const form = NewWebshop.safeParse(request.body);
    if (form.success) {
      const { merchant, name, environment } = form.data;
      const known = bank.webshops.merchants().find((m) => m.name === merchant);
      const { id: merchantId } = known ?? bank.webshops.addMerchant(merchant);
      bank.webshops.add({ merchantId, name, environment });
    }
    return reply.redirect('/', 303);
  });
  app.post('/console/keys', (request, reply) => {
    const form = Renewal.safeParse(request.body);
    if (form.success && bank.webshops.get(form.data.webshop)) {
      bank.webshops.renew(form.data.webshop, form.data.overlapHours);
    }
    return reply.redirect('/', 303);
  });
  app.post('/console/webhook', (request, reply) => {
    const form = Webhook.safeParse(request.body);
    if (form.success && bank.webshops.get(form.data.webshop)) {
      bank.webshops.change(form.data.webshop, { webhookUrl: form.data.url || null });
    }
    return reply.redirect('/', 303);
  });
  app.post('/console/brand', (request, reply) => {
    const form = Switch.safeParse(request.body);
    if (form.success && bank.webshops.get(form.data.webshop)) {
      const { webshop, brand, status } = form.data;
      bank.webshops.change(webshop, { brands: { [brand]: status } });
    }
    return reply.redirect('/', 303);
  });
  app.post('/console/mode', (request, reply) => {
    const form = Mode.safeParse(request.body);
    if (form.success) bank.dials.turn(form.data);
    return reply.redirect('/', 303);
  });
}

export function newWebshopForm(): Html {
  return html`<details>
    <summary>Add a webshop</summary>
    <form method="post" action="/console/webshop" class="fields">
      <label>Merchant <input name="merchant" required maxlength="100" /></label>
      <label>Webshop <input name="name" required maxlength="100" /></label>
      <label
        >Environment
        <select name="environment">
          <option>sandbox</option>
          <option>production</option>
        </select></label
      >
      <button class="main">Add, and issue keys</button>
    </form>
  </details>`;
}

export function modeForm(current: HandOutMode): Html {
  const option = (mode: HandOutMode) =>
    html`<button name="mode" value="${mode}" class="${mode === current ? 'main' : ''}">
      ${mode}
    </button>`;
  return html`<form
    method="post"
    action="/console/mode"
    class="row"
    aria-label="Mode of handing out"
  >
    ${HandOutMode.options.map(option)}
  </form>`;
}

/** A webshop's keys, in the clear: this is the bank, and an emulated one. */
export function webshopForms(bank: Bank, webshop: WebshopRow): Html {
  const pairs = bank.webshops.activePairs(webshop.id);
  return html`<details>
    <summary>Keys, webhook and brands</summary>
    ${pairs.map(
      (pair) =>
        html`<p class="key">
          <b>Signing Key</b> <code>${pair.signing_key}</code><br />
          <b>Refresh Token</b> <code>${pair.refresh_token}</code>
          ${pair.ends_at !== null && html`<br />ends ${new Date(pair.ends_at).toISOString()}`}
        </p>`,
    )}
    <form method="post" action="/console/keys" class="fields">
      <input type="hidden" name="webshop" value="${webshop.id}" />
      <button name="overlapHours" value="0">Renew, replacing at once</button>
      <button name="overlapHours" value="24">Renew, overlapping 24 hours</button>
    </form>
    <form method="post" action="/console/webhook" class="fields">
      <input type="hidden" name="webshop" value="${webshop.id}" />
      <label>Webhook URL <input name="url" type="url" value="${webshop.webhook_url}" /></label>
      <button>Set</button>
    </form>
    ${brandSwitches(webshop)}
  </details>`;
}

/** S31: which of its brands shoppers may use, webshop by webshop. */
function brandSwitches({ id, name, brands }: WebshopRow): Html {
  const words = Object.entries(JSON.parse(brands) as Record<string, string>);
  const button = ([brand, status]: [string, string]) => {
    const isActive = status === 'Active';
    const next = isActive ? 'Inactive' : 'Active';
    return html`<form method="post" action="/console/brand">
      <input type="hidden" name="webshop" value="${id}" />
      <input type="hidden" name="brand" value="${brand}" />
      <button name="status" value="${next}" class="${isActive ? 'main' : ''}">
        ${brand}: ${status}
      </button>
    </form>`;
  };
  return html`<div class="row" role="group" aria-label="Brands of ${name}">
    ${words.map(button)}
  </div>`;
}
