import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { SessionApi } from '@toonbank/access/portal';
import { TaskCount as Counted, taskCountPath, tasksPath } from '@toonbank/tasks/contract';
import { lastRead } from '@toonbank/ui/states';
import { filter, map } from 'rxjs';

/**
 * How many tasks ask something of the agency, read anew with each page. Never by a clock: what asks by
 * itself would keep the session of somebody who went away.
 */
@Injectable({ providedIn: 'root' })
export class TaskCount {
  private readonly session = inject(SessionApi);
  private readonly router = inject(Router);
  private readonly pages = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ id }) => id),
    ),
  );
  private readonly read = httpResource(
    () => {
      this.pages();
      return this.mayRead() ? `/${tasksPath}/${taskCountPath}` : undefined;
    },
    { parse: (answer) => Counted.parse(answer) },
  );
  private readonly last = lastRead(this.read);

  readonly mayRead = computed(() => !!this.session.current()?.rights.includes('tasks:read'));
  /** Undefined until it is known. */
  readonly asking = computed(() => (this.mayRead() ? this.last()?.asking : undefined));
}
