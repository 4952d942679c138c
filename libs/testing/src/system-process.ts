import type { Config } from '@toonbank/platform/config';
import { TestProcess } from './test-process';
import { variablesOf } from './test-variables';

/** Which program, and where it dies: at the nth passage (left out: the first) of a failpoint. */
export interface SystemApp {
  readonly app: 'api' | 'worker' | 'exports';
  readonly failpoint?: string;
  readonly nth?: number;
}

/** A program of the system in a process of its own, on the database and the queues of a configuration. */
export function systemProcess(
  config: Config,
  { app, failpoint, nth = 1 }: SystemApp,
): Promise<TestProcess> {
  const entry = app === 'exports' ? 'worker/src/exports.ts' : `${app}/src/main.ts`;
  return TestProcess.start(entry, (port) => ({
    ...variablesOf(config),
    [app === 'api' ? 'PORT' : 'WORKER_PORT']: String(port),
    ...(failpoint && { FAILPOINT: `${failpoint}:${nth}:kill` }),
  }));
}
