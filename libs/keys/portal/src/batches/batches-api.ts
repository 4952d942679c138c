import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  type BatchStep,
  type EnterBatchKeys,
  EnteredBatchKeys,
  type PlanRotationBatch,
  RotationBatch,
  rotationBatchesPath,
  rotationBatchKeysPath,
  RotationBatchPage,
  rotationBatchPath,
  rotationBatchStepsPath,
} from '@toonbank/keys/contract';
import type { Id } from '@toonbank/primitives';
import { sameAnswer } from '@toonbank/ui/states';
import { firstValueFrom } from 'rxjs';

/** The portal's one door to renewals of many webshops' keys. */
@Injectable({ providedIn: 'root' })
export class BatchesApi {
  private readonly http = inject(HttpClient);

  one(id: () => Id) {
    return httpResource(() => of(rotationBatchPath, id()), {
      parse: (answer) => RotationBatch.parse(answer),
      equal: sameAnswer,
    });
  }

  page(query: () => Readonly<Record<string, string>>) {
    return httpResource(() => ({ url: `/${rotationBatchesPath}`, params: query() }), {
      parse: (answer) => RotationBatchPage.parse(answer),
    });
  }

  async plan(asked: PlanRotationBatch): Promise<RotationBatch> {
    const answer = this.http.post(`/${rotationBatchesPath}`, asked);
    return RotationBatch.parse(await firstValueFrom(answer));
  }

  async enter(id: Id, pairs: EnterBatchKeys): Promise<EnteredBatchKeys> {
    const answer = this.http.put(of(rotationBatchKeysPath, id), pairs);
    return EnteredBatchKeys.parse(await firstValueFrom(answer));
  }

  async take(id: Id, step: BatchStep): Promise<void> {
    await firstValueFrom(this.http.post(of(rotationBatchStepsPath, id), { step }));
  }
}

function of(path: string, id: Id): string {
  return `/${path.replace(':batchId', id)}`;
}
