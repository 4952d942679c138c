import { helpOfPath } from './help-of-path';

it.each([
  ['/production/webshops/1?merchant=2', 'webshops'],
  ['/merchants/1', 'webshops'],
  ['/sandbox/keys', 'keys'],
  ['/team', 'people'],
  ['/account#sessions', 'people'],
  ['/production/overview', 'index'],
  ['/production/constructor', 'index'],
])('the help of %s is %s', (url, page) => {
  expect(helpOfPath(url)).toBe(page);
});
