import type { Page, Response } from 'playwright-core';

/**
 * Does something that sends a request to an address with this end, and waits until it is answered: a
 * page that closes or loads again takes back what it was about to send, and a click does not wait.
 */
export async function sent(
  page: Page,
  end: string,
  act: () => Promise<unknown>,
): Promise<Response> {
  const isIt = (answer: Response) =>
    answer.request().method() === 'POST' && new URL(answer.url()).pathname.endsWith(end);
  const [answer] = await Promise.all([page.waitForResponse(isIt), act()]);
  return answer;
}
