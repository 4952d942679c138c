import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { maxLogoBytes } from '@toonbank/agency/contract';
import { Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { ProblemPanel } from '@toonbank/ui/states';
import { House } from './house';

/** Chooses a logo, which is sent at once, or takes it away. */
@Component({
  selector: 'tb-logo-setting',
  imports: [TranslocoDirective, ProblemPanel],
  template: `<ng-container *transloco="let t; prefix: 'agency'">
    <p class="acts">
      <label class="btn">
        {{ t(house.agency()?.logoUrl ? 'logoOther' : 'logoChoose') }}
        <input
          class="sr"
          type="file"
          accept="image/png"
          aria-describedby="logo-hint"
          (change)="choose($event)"
        />
      </label>
      @if (house.agency()?.logoUrl) {
        <button class="btn" type="button" (click)="remove()">{{ t('logoRemove') }}</button>
      }
    </p>
    <p class="meta" id="logo-hint">{{ t('logoHint') }}</p>
    @if (isTooLarge()) {
      <p class="fault" role="alert">{{ t('logoTooLarge') }}</p>
    }
    @if (sending.error(); as error) {
      <tb-problem-panel [error]="error" />
    }
  </ng-container>`,
  styles: `
    :host {
      display: grid;
      gap: var(--s-8);
    }
    label {
      position: relative;
    }
    label:focus-within {
      outline: 2px solid var(--accent);
      outline-offset: 2px;
    }
    .fault {
      color: var(--bad);
    }
  `,
})
export class LogoSetting {
  protected readonly house = inject(House);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly sending = new Sending();
  protected readonly isTooLarge = signal(false);

  protected async choose(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    this.isTooLarge.set(file.size > maxLogoBytes);
    if (!this.isTooLarge()) {
      const isSet = await this.sending.run(async () =>
        this.house.setLogo({ png: await inBase64(file) }),
      );
      if (isSet) this.tell('logoSaved');
    }
    // So that choosing the same file again is a change.
    input.value = '';
  }

  protected async remove(): Promise<void> {
    if (await this.sending.run(() => this.house.removeLogo())) this.tell('logoRemoved');
  }

  private tell(word: string): void {
    this.toasts.show({ text: this.words.translate(`agency.${word}`) });
  }
}

function inBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('the file can not be read'));
    reader.readAsDataURL(file);
  });
}
