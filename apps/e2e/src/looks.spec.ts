import { expect, it } from 'vitest';
import { allLooks, pairedLooks } from './looks';

it('pairs every language, theme and width, in half as many looks', () => {
  const paired = pairedLooks();
  const pairs = (looks: ReturnType<typeof allLooks>) =>
    new Set(
      looks.flatMap(({ locale, colorScheme, width }) => [
        `${locale} ${colorScheme}`,
        `${locale} ${width}`,
        `${colorScheme} ${width}`,
      ]),
    );
  const wanted = pairs(allLooks().filter(({ width }) => width !== 320));
  expect(pairs(paired)).toEqual(wanted);
  expect(paired).toHaveLength(8);
});
