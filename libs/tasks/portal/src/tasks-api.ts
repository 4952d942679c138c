import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Id } from '@toonbank/primitives';
import { Colleagues, colleaguesPath, TaskPage, tasksPath } from '@toonbank/tasks/contract';
import { said } from '@toonbank/ui/asking';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string | undefined>>;

/** The portal's one door to tasks. */
@Injectable({ providedIn: 'root' })
export class TasksApi {
  private readonly http = inject(HttpClient);

  /** Nothing is asked while there is no query: for who may not see tasks. */
  page(query: () => Query | undefined) {
    return httpResource(
      () => {
        const wanted = query();
        return wanted && { url: `/${tasksPath}`, params: said(wanted) };
      },
      { parse: (answer) => TaskPage.parse(answer) },
    );
  }

  colleagues() {
    return httpResource(() => `/${tasksPath}/${colleaguesPath}`, {
      parse: (answer) => Colleagues.parse(answer),
    });
  }

  async give(id: Id, owner: Id | null): Promise<void> {
    await firstValueFrom(this.http.put(`/${tasksPath}/${id}/owner`, { owner }));
  }
}
