import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type BatchFault, type BatchStep, mostPairsAtOnce } from '@toonbank/keys/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Confirmations } from '@toonbank/ui/layers';
import { Icon, LanguageChoice, PageHead, StatusChip } from '@toonbank/ui/look';
import {
  calmMs,
  lastRead,
  Note,
  ProblemPanel,
  ProblemTitle,
  Skeleton,
  whileLive,
} from '@toonbank/ui/states';
import { Progress } from '@toonbank/ui/steps';
import { BatchItems } from './batch-items';
import { batchLooks } from './batch-looks';
import { BatchesApi } from './batches-api';
import { type PastedPair, readPairs, withoutLines } from './pasted-pairs';

/** The renewal of many webshops' keys: the plan, the new pairs, and how far it is. */
@Component({
  selector: 'tb-batch-page',
  imports: [
    ...[TranslocoDirective, BatchItems, Control, Field, FormField, Icon, Note, PageHead],
    ...[ProblemPanel, ProblemTitle, Progress, Skeleton, StatusChip],
  ],
  templateUrl: './batch-page.html',
  styles: `
    .now {
      margin-bottom: var(--s-24);
    }
    .enter {
      margin-top: var(--s-32);
    }
  `,
})
export class BatchPage {
  /** From the address: `/:environment/keys/batches/:id`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(BatchesApi);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly confirmations = inject(Confirmations);
  protected readonly looks = batchLooks;
  protected readonly sending = new Sending();
  protected readonly entering = new Sending();

  protected readonly read = this.api.one(() => this.id());
  protected readonly batch = lastRead(this.read);
  /** Webshops that can be renewed; the others are nobody's work. */
  protected readonly total = computed(() => {
    const { items, counts } = this.batch() ?? {};
    return (items?.length ?? 0) - (counts?.barred ?? 0);
  });
  protected readonly done = computed(() => {
    const { counts, retires } = this.batch() ?? {};
    return (counts?.retired ?? 0) + (retires ? 0 : (counts?.['cut-over'] ?? 0));
  });
  /** Somebody may do something with it, or a silent bank is asked again. */
  private readonly isOpen = computed(() => {
    const known = this.batch();
    return !!known && known.state !== 'ended';
  });
  /** Something is done by itself, one webshop after the other; else a person is waited for. */
  protected readonly isMoving = computed(() => {
    const known = this.batch();
    if (known?.state !== 'running') return false;
    return known.items.some(({ state, retryAt }) => state === 'ready' && !retryAt);
  });
  protected readonly awaited = computed(
    () =>
      this.batch()?.items.filter(({ state }) => ['waiting', 'failed', 'ready'].includes(state)) ??
      [],
  );
  protected readonly takesKeys = computed(
    () => this.batch()?.state !== 'ended' && this.awaited().length > 0,
  );
  private readonly model = signal({ lines: '' });
  protected readonly form = form(this.model, (path) => required(path.lines));
  protected readonly lost = signal<readonly number[]>([]);
  protected readonly faults = signal<readonly (BatchFault & { readonly host: string })[]>([]);
  protected readonly crumbs = computed(() => [
    { word: this.word('keys'), link: ['/', this.environment(), 'keys'] },
    { word: this.word('title'), link: ['/', this.environment(), 'keys', 'batches'] },
  ]);

  constructor() {
    whileLive(this.isMoving, this.read);
    whileLive(() => !this.isMoving() && this.isOpen(), this.read, calmMs);
  }

  protected can(step: BatchStep): boolean {
    return this.batch()?.steps.includes(step) ?? false;
  }

  protected async take(step: 'start' | 'stop'): Promise<void> {
    await this.sending.run(() => this.api.take(this.id(), step));
    this.read.reload();
  }

  protected async confirm(step: 'retire' | 'end'): Promise<void> {
    const say = (key: string) => this.word(`${step}Ask.${key}`);
    const isDone = await this.confirmations.ask({
      ...{ title: say('title'), says: [say('means'), say('final')], act: say('act') },
      isFinal: step === 'retire',
      does: () => this.api.take(this.id(), step),
    });
    if (isDone) this.read.reload();
  }

  /**
   * Fifty at a time, in the order of the lines; what was taken stays when a later fifty fails. Lines
   * whose keys were taken leave the field: keys lie nowhere longer than they must.
   */
  protected async enter(): Promise<void> {
    const { lines } = this.model();
    const { pairs, lost } = readPairs(lines, this.awaited());
    this.lost.set(lost);
    this.faults.set([]);
    if (pairs.length === 0 && lost.length > 0) return;
    const taken = new Set<number>();
    const isSent = await this.entering.send(this.form, async () => {
      for (let from = 0; from < pairs.length; from += mostPairsAtOnce) {
        const some = pairs.slice(from, from + mostPairsAtOnce);
        for (const line of await this.enterSome(some)) taken.add(line);
      }
    });
    const left = withoutLines(lines, taken);
    this.model.set({ lines: left });
    this.lost.set(readPairs(left, this.awaited()).lost);
    // An empty field is no fault when all that stood in it was taken.
    if (isSent && left === '') this.form().reset();
    this.read.reload();
  }

  /** The lines whose keys were taken. */
  private async enterSome(pairs: readonly PastedPair[]): Promise<number[]> {
    const items = pairs.map(({ line: _, ...pair }) => pair);
    const { batch, faults } = await this.api.enter(this.id(), { items });
    const hostOf = new Map(batch.items.map(({ webshopId, host }) => [webshopId, host]));
    const told = faults.map((fault) => ({ ...fault, host: hostOf.get(fault.webshopId) ?? '' }));
    this.faults.update((known) => [...known, ...told]);
    const refused = new Set(faults.map(({ webshopId }) => webshopId));
    return pairs.filter(({ webshopId }) => !refused.has(webshopId)).map(({ line }) => line);
  }

  private word(key: string): string {
    this.language.current();
    return this.words.translate<string>(`batches.${key}`);
  }
}
