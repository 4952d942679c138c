import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  type ChangeSchedule,
  type CreateSchedule,
  exportSchedulesPath,
  Schedule,
  SchedulePage,
  ScheduleRuns,
} from '@toonbank/exports/contract';
import type { Id } from '@toonbank/primitives';
import { said } from '@toonbank/ui/asking';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string | undefined>>;

/** The portal's one door to exports by calendar. */
@Injectable({ providedIn: 'root' })
export class SchedulesApi {
  private readonly http = inject(HttpClient);

  page(query: () => Query) {
    return httpResource(() => ({ url: `/${exportSchedulesPath}`, params: said(query()) }), {
      parse: (answer) => SchedulePage.parse(answer),
    });
  }

  one(id: () => Id) {
    return httpResource(() => `/${exportSchedulesPath}/${id()}`, {
      parse: (answer) => Schedule.parse(answer),
    });
  }

  runs(id: () => Id) {
    return httpResource(() => `/${exportSchedulesPath}/${id()}/runs`, {
      parse: (answer) => ScheduleRuns.parse(answer),
    });
  }

  async create(schedule: CreateSchedule): Promise<Schedule> {
    const answer = this.http.post(`/${exportSchedulesPath}`, schedule);
    return Schedule.parse(await firstValueFrom(answer));
  }

  async change(id: Id, change: ChangeSchedule): Promise<void> {
    await firstValueFrom(this.http.patch(`/${exportSchedulesPath}/${id}`, change));
  }

  async end(id: Id): Promise<void> {
    await firstValueFrom(this.http.delete(`/${exportSchedulesPath}/${id}`));
  }

  /** To those whom the mail of this run did not reach. */
  async mailAgain(id: Id, exportId: Id): Promise<void> {
    const url = `/${exportSchedulesPath}/${id}/runs/${exportId}/mail`;
    await firstValueFrom(this.http.post(url, {}));
  }
}
