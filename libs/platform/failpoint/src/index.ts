/** Where a process can be made to die, by name. The faults tests kill at each of them. */
export type FailpointName =
  | 'ingest.before-hint'
  | 'pull.after-attempt'
  | 'pull.before-landing'
  | 'pull.after-landing'
  | 'apply.result'
  | 'pull.between-pages'
  | 'pull.after-apply'
  | 'brands-call.before'
  | 'brands-call.after'
  | 'brands-call.put'
  | 'key-entry.proven'
  | 'key-entry.put'
  | 'key-entry.done'
  | 'rotation-start.put'
  | 'rotation-start.done'
  | 'rotation-step.proven'
  | 'rotation-step.put'
  | 'rotation-step.done'
  | 'batch-plan.put'
  | 'batch-plan.done'
  | 'batch-turn.put'
  | 'batch-turn.done'
  | 'old-pair.put'
  | 'old-pair.done'
  | 'batch-step.claimed'
  | 'batch-step.written'
  | 'key-expiry.put'
  | 'key-expiry.done'
  | 'method-step.put'
  | 'method-step.done'
  | 'method-reminder.put'
  | 'method-reminder.done'
  | 'relay.hearing'
  | 'relay.heard'
  | 'refund-act.marked'
  | 'refund-act.put'
  | 'refund-act.done'
  | 'refund-call.before'
  | 'refund-call.after'
  | 'refund-answer.put'
  | 'refund-answer.done'
  | 'refund-sweep.claiming'
  | 'refund-sweep.claimed'
  | 'month-close.marked'
  | 'invoice-numbers.taken'
  | 'invoices.put'
  | 'billing-wait.told'
  | 'billing-act.put'
  | 'billing-act.done'
  | 'month-telling.put'
  | 'month-telling.done'
  | 'schedule-ask.put'
  | 'schedule-ask.done'
  | 'export.claiming'
  | 'export.claimed'
  | 'export.copying'
  | 'export.before-complete'
  | 'export.after-complete'
  | 'export.finishing'
  | 'export.finished';

const armed = process.env['NODE_ENV'] === 'test' ? parse(process.env['FAILPOINT']) : undefined;
let passed = 0;

function parse(text: string | undefined): { name: string; nth: number } | undefined {
  const match = /^([a-z.-]+):(\d+):kill$/.exec(text ?? '');
  return match ? { name: match[1]!, nth: Number(match[2]) } : undefined;
}

/**
 * Does nothing, unless this is a test process started with `FAILPOINT=<name>:<nth>:kill`: then the
 * nth passage ends the process as `kill -9` would, with nothing flushed and nothing rolled back.
 */
export function failpoint(name: FailpointName): void {
  if (armed?.name !== name || ++passed !== armed.nth) return;
  process.kill(process.pid, 'SIGKILL');
  // The signal arrives asynchronously; not one more line may run.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
