import type { Scope } from '@toonbank/platform/db';

/** How what one can choose is called. A port: agencies and merchants are kept by other rooms. */
export abstract class PlaceNames {
  /**
   * The merchant's name when the scope stands inside one, else the agency's. Opens its own `Work`.
   */
  abstract nameOf(scope: Scope): Promise<string>;
}
