import type { NestFastifyApplication } from '@nestjs/platform-fastify';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Headers = Readonly<Record<string, string>>;

/** What came back; `body` is its JSON, taken to be what the test says it is. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Body;
}

/** Somebody who calls the API, with the headers they always send; keeps cookies as browsers do. */
export class TestCaller {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly headers: Headers = {},
  ) {}

  /** The same caller with the same cookies, sending other headers too. */
  with(headers: Headers): TestCaller {
    const other = new TestCaller(this.app, { ...this.headers, ...headers });
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  /** A browser with the portal open. */
  static browser(app: NestFastifyApplication): TestCaller {
    return new TestCaller(app, { 'sec-fetch-site': 'same-origin', 'x-toonbank': '1' });
  }

  /** A shop's software. */
  static shop(app: NestFastifyApplication, apiKey: string): TestCaller {
    return new TestCaller(app, { authorization: `Bearer ${apiKey}` });
  }

  get<Body>(path: string): Promise<Answer<Body>> {
    return this.send('GET', path);
  }

  post<Body>(path: string, body?: object): Promise<Answer<Body>> {
    return this.send('POST', path, body);
  }

  put<Body>(path: string, body: object): Promise<Answer<Body>> {
    return this.send('PUT', path, body);
  }

  patch<Body>(path: string, body: object): Promise<Answer<Body>> {
    return this.send('PATCH', path, body);
  }

  delete<Body>(path: string): Promise<Answer<Body>> {
    return this.send('DELETE', path);
  }

  signIn<Body>(email: string, password: string): Promise<Answer<Body>> {
    return this.post('/v1/session', { email, password });
  }

  /** Asks a process of its own, as the same person; rejects when that dies before it answers. */
  async askAt<Body>(
    { url }: { readonly url: string },
    method: Method,
    path: string,
    body?: object,
  ): Promise<Answer<Body>> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url + path, {
      method,
      headers: { ...this.headers, cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const [text, headers] = [await response.text(), Object.fromEntries(response.headers)];
    const { status } = response;
    return { status, headers, body: (text ? JSON.parse(text) : undefined) as Body };
  }

  async send<Body>(method: Method, path: string, body?: object): Promise<Answer<Body>> {
    const response = await this.app.inject({
      method,
      url: path,
      headers: { ...this.headers },
      cookies: Object.fromEntries(this.cookies),
      ...(body === undefined ? {} : { payload: body }),
    });
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const { statusCode: status, headers, payload } = response;
    return { status, headers, body: (payload ? JSON.parse(payload) : undefined) as Body };
  }
}
