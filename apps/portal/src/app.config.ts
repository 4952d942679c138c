import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  isDevMode,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withRouterConfig,
} from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { sessionInterceptor } from '@toonbank/access/portal';
import { urlPrices } from '@toonbank/billing/portal';
import { figuresOfMerchants } from '@toonbank/cockpit/portal';
import { lastPaid, refusedMessages } from '@toonbank/keys/portal';
import { merchantFigures } from '@toonbank/merchant/portal';
import { refusedNote } from '@toonbank/notifications/portal';
import { lastPaidOf, orderRefunds } from '@toonbank/orders/portal';
import { refundsOfOrder } from '@toonbank/refunds/portal';
import { urlPrice } from '@toonbank/shop/portal';
import { languages } from '@toonbank/ui/look';
import { routes } from './app.routes';
import { places } from './places';
import { allPlaces } from './shell/navigation';
import { versionInterceptor } from './shell/portal-version';
import { PageTitles } from './page-titles';
import { Words } from './words';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // Instead of a base element, which the content policy forbids.
    { provide: APP_BASE_HREF, useValue: '/' },
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
    ),
    { provide: allPlaces, useValue: places },
    { provide: merchantFigures, useValue: figuresOfMerchants },
    { provide: urlPrice, useValue: urlPrices },
    { provide: lastPaid, useValue: lastPaidOf },
    { provide: refusedMessages, useValue: refusedNote },
    { provide: orderRefunds, useValue: refundsOfOrder },
    provideHttpClient(withInterceptors([sessionInterceptor, versionInterceptor])),
    { provide: TitleStrategy, useClass: PageTitles },
    provideTransloco({
      config: {
        availableLangs: [...languages],
        defaultLang: 'nl',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
      },
      loader: Words,
    }),
  ],
};
