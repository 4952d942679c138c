import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  KeyRotation,
  KeyRotationPage,
  KeySettings,
  keySettingsPath,
  KeyTraffic,
  rotationPath,
  rotationsPath,
  rotationStepsPath,
  rotationTrafficPath,
  type StartRotation,
  startRotationPath,
  type TakeRotationStep,
} from '@toonbank/keys/contract';
import type { Id } from '@toonbank/primitives';
import { sameAnswer } from '@toonbank/ui/states';
import { firstValueFrom } from 'rxjs';
import type { Place } from '../keys-api';

/** The portal's one door to renewals of the bank's keys. */
@Injectable({ providedIn: 'root' })
export class RotationsApi {
  private readonly http = inject(HttpClient);

  one(id: () => Id) {
    return httpResource(() => of(rotationPath, id()), {
      parse: (answer) => KeyRotation.parse(answer),
      equal: sameAnswer,
    });
  }

  page(query: () => Readonly<Record<string, string>>) {
    return httpResource(() => ({ url: `/${rotationsPath}`, params: query() }), {
      parse: (answer) => KeyRotationPage.parse(answer),
    });
  }

  traffic(id: () => Id) {
    return httpResource(() => of(rotationTrafficPath, id()), {
      parse: (answer) => KeyTraffic.parse(answer),
      equal: sameAnswer,
    });
  }

  settings() {
    return httpResource(() => `/${keySettingsPath}`, {
      parse: (answer) => KeySettings.parse(answer),
    });
  }

  async changeSettings(settings: KeySettings): Promise<void> {
    await firstValueFrom(this.http.put(`/${keySettingsPath}`, settings));
  }

  async begin({ webshopId, environment }: Place, pair: StartRotation): Promise<KeyRotation> {
    const path = startRotationPath
      .replace(':webshopId', webshopId)
      .replace(':environment', environment);
    return KeyRotation.parse(await firstValueFrom(this.http.post(`/${path}`, pair)));
  }

  async take(id: Id, taken: TakeRotationStep): Promise<void> {
    await firstValueFrom(this.http.post(of(rotationStepsPath, id), taken));
  }
}

function of(path: string, id: Id): string {
  return `/${path.replace(':rotationId', id)}`;
}
