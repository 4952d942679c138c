import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { KeyRotation } from '@toonbank/keys/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { HourChart } from '@toonbank/ui/charts';
import { Sending } from '@toonbank/ui/forms';
import { Formats, Icon, LanguageChoice, Now, PageHead, StatusChip } from '@toonbank/ui/look';
import { calmMs, lastRead, Note, ProblemPanel, Skeleton, whileLive } from '@toonbank/ui/states';
import { Stepper } from '@toonbank/ui/steps';
import { rotationLooks } from '../key-states';
import { OldPair } from './old-pair';
import { FreshPair } from './fresh-pair';
import { wordOf } from './proof-words';
import { RotationActs } from './rotation-acts';
import { RotationsApi } from './rotations-api';
import { stepsOf } from './six-steps';
import { lastDays } from './traffic-sums';

/** Is the old key safe to destroy? One renewal: how far it is, what the bank sends, the next step. */
@Component({
  selector: 'tb-rotation-page',
  imports: [
    ...[RouterLink, TranslocoDirective, FreshPair, HourChart, Icon, Note, OldPair, PageHead],
    ...[ProblemPanel, Skeleton, StatusChip, Stepper],
  ],
  templateUrl: './rotation-page.html',
  styleUrl: './rotation-page.css',
})
export class RotationPage {
  /** From the address: `/:environment/keys/rotations/:id`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(RotationsApi);
  private readonly acts = inject(RotationActs);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly formats = inject(Formats);
  private readonly now = inject(Now);
  protected readonly looks = rotationLooks;
  protected readonly sending = new Sending();

  protected readonly read = this.api.one(() => this.id());
  protected readonly rotation = lastRead(this.read);
  protected readonly counted = this.api.traffic(() => this.id());
  private readonly traffic = lastRead(this.counted);
  /** Together, so that nothing moves; the renewal waits for no count that fails. */
  protected readonly isThere = computed(
    () => !!this.rotation() && (!!this.traffic() || !!this.counted.error()),
  );
  protected readonly hours = computed(() =>
    this.traffic()?.hours.map(({ at, old, fresh }) => ({ at, one: old, other: fresh })),
  );
  protected readonly sums = computed(() => lastDays(this.traffic()?.hours ?? []));
  protected readonly names = computed<readonly [string, string]>(() => [
    this.word('oldName', { version: this.rotation()?.old.version }),
    this.word('freshName', { version: this.rotation()?.fresh.version }),
  ]);
  protected readonly marks = computed(() => {
    const { fresh, cutOverAt } = this.rotation() ?? {};
    const marks = [
      { at: fresh?.proof?.at, word: this.word('steps.dual') },
      { at: cutOverAt, word: this.word('steps.inUse') },
    ];
    return marks.flatMap(({ at, word }) => (at ? [{ at, word }] : []));
  });
  protected readonly steps = computed(() => {
    const known = this.rotation();
    return known ? stepsOf(known, (key, values) => this.word(key, values), this.formats) : [];
  });
  /** One sentence: what is next, and when. */
  protected readonly next = computed(() => {
    const known = this.rotation();
    return known ? this.nextOf(known) : '';
  });
  protected readonly crumbs = computed(() => {
    const known = this.rotation();
    const keys = [{ word: this.word('keys'), link: ['/', this.environment(), 'keys'] }];
    if (!known) return keys;
    const link = ['/', known.environment, 'webshops', known.webshopId];
    return [...keys, { word: known.host, link }];
  });

  constructor() {
    // No stream: counts are written once a minute, and nothing that happens announces them. Not while a
    // step is under way: what was read before it would be shown after it.
    const isOpen = () => !!this.rotation() && !this.rotation()?.endedAt;
    whileLive(() => isOpen() && !this.sending.isBusy(), { reload: () => this.reload() }, calmMs);
  }

  protected can(step: KeyRotation['steps'][number]): boolean {
    return this.rotation()?.steps.includes(step) ?? false;
  }

  protected async take(step: 'prove' | 'cut-over' | 'roll-back'): Promise<void> {
    const known = this.rotation();
    if (known) await this.sending.run(() => this.acts.take(known, step));
    this.reload();
  }

  protected async end(how: 'abandon' | 'retire'): Promise<void> {
    const known = this.rotation();
    if (!known || !(await this.acts[how](known))) return;
    this.sending.forget();
    this.reload();
  }

  protected reload(): void {
    this.read.reload();
    this.counted.reload();
  }

  private nextOf(rotation: KeyRotation): string {
    const { state, drop, old, fresh } = rotation;
    const values = { old: old.version, fresh: fresh.version };
    const isBefore = state === 'staged' || state === 'dual';
    if (isBefore) return this.word(wordOf(`next.${state}`, rotation), values);
    if (!drop) return this.word(`next.${state}`, values);
    if (drop.isSafe) return this.word('next.safe', values);
    const leftMs = Date.parse(drop.safeAt) - this.now.ms();
    if (leftMs > 0) {
      return this.word('next.quiet', { ...values, span: this.formats.span(leftMs) });
    }
    return this.word('next.orders', { ...values, waiting: drop.waitingOrders });
  }

  private word(key: string, values: Readonly<Record<string, unknown>> = {}): string {
    this.language.current();
    return this.words.translate<string>(`rotations.${key}`, values);
  }
}
