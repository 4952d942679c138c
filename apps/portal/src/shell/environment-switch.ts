import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Environment } from '@toonbank/primitives';
import { Icon } from '@toonbank/ui/look';
import { EnvironmentInUse } from './environment-in-use';

/** Production or sandbox: two words and links, so that the other can be opened beside this one. */
@Component({
  selector: 'tb-environment-switch',
  imports: [RouterLink, TranslocoDirective, Icon],
  template: `<nav *transloco="let t; prefix: 'shell'" [attr.aria-label]="t('environment')">
    @for (option of environments; track option) {
      <a
        [routerLink]="inUse.twin(option)"
        [class]="option"
        [attr.aria-current]="option === inUse.current() ? 'true' : null"
      >
        @if (option === 'production') {
          <tb-icon name="zap" [size]="13" />
        }
        {{ t(option) }}
      </a>
    }
  </nav>`,
  styleUrl: './environment-switch.css',
})
export class EnvironmentSwitch {
  protected readonly inUse = inject(EnvironmentInUse);
  protected readonly environments = Environment.options.toReversed();
}
