import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { KeyRotation, RotationStep } from '@toonbank/keys/contract';
import { Confirmations, Toasts } from '@toonbank/ui/layers';
import { wordOf } from './proof-words';
import { RotationsApi } from './rotations-api';

/** The steps that a person takes with a renewal; what can't be undone is asked first. */
@Injectable({ providedIn: 'root' })
export class RotationActs {
  private readonly api = inject(RotationsApi);
  private readonly confirmations = inject(Confirmations);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);

  /** At once: it can be undone, or changes nothing yet. */
  async take({ id, ...of }: KeyRotation, step: 'prove' | 'cut-over' | 'roll-back'): Promise<void> {
    await this.api.take(id, { step });
    this.say(step, of);
  }

  /** True when it was confirmed and done. */
  async abandon(rotation: KeyRotation): Promise<boolean> {
    const isDone = await this.ask('abandonAsk', rotation, () =>
      this.api.take(rotation.id, { step: 'abandon' }),
    );
    if (isDone) this.say('abandon', rotation);
    return isDone;
  }

  /** Before it is safe, too, when the person says so knowing what is lost. */
  async retire(rotation: KeyRotation): Promise<boolean> {
    const anyway = !rotation.drop?.isSafe;
    const isDone = await this.ask(anyway ? 'retireEarlyAsk' : 'retireAsk', rotation, () =>
      this.api.take(rotation.id, { step: 'retire', ...(anyway && { anyway }) }),
    );
    if (isDone) this.say('retire', rotation);
    return isDone;
  }

  private ask(
    words: string,
    rotation: KeyRotation,
    does: () => Promise<unknown>,
  ): Promise<boolean> {
    const say = (key: string) => this.word(`${words}.${key}`, rotation);
    return this.confirmations.ask({
      title: say('title'),
      says: [say('means'), say('final')],
      act: say('act'),
      isFinal: true,
      does,
    });
  }

  private say(step: RotationStep, of: Versions): void {
    this.toasts.show({
      text: this.word(step === 'prove' ? wordOf('done.prove', of) : `done.${step}`, of),
    });
  }

  private word(key: string, { old, fresh, drop }: Versions): string {
    const waiting = drop?.waitingOrders ?? 0;
    const versions = { old: old.version, fresh: fresh.version, waiting };
    return this.words.translate<string>(`rotations.${key}`, versions);
  }
}

type Versions = Pick<KeyRotation, 'old' | 'fresh' | 'drop' | 'renews'>;
