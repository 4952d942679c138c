import { InjectionToken, type Type } from '@angular/core';

/**
 * What the bank sent for a webshop and no key verified, as a component with the inputs `webshop` and
 * `environment`. A port: notifications live above keys. Loaded when a page shows it.
 */
export const refusedMessages = new InjectionToken<() => Promise<Type<unknown>>>('refusedMessages');
