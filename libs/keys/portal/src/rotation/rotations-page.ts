import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { Environment, Id } from '@toonbank/primitives';
import { said } from '@toonbank/ui/asking';
import { Moment } from '@toonbank/ui/figures';
import { Pager, Table } from '@toonbank/ui/lists';
import { LanguageChoice, PageHead, StatusChip } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { rotationLooks } from '../key-states';
import { RotationsApi } from './rotations-api';

/** Renewals of keys, those under way and those that ended; newest first. */
@Component({
  selector: 'tb-rotations-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, Moment, PageHead, Pager, ProblemPanel, Skeleton],
    ...[StatusChip, Table],
  ],
  templateUrl: './rotations-page.html',
})
export class RotationsPage {
  /** From the address: `/:environment/keys/rotations?webshop=&after=`. */
  readonly environment = input.required<Environment>();
  readonly webshop = input<Id>();
  readonly after = input<string>();

  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly maySet = inject(SessionApi).has('settings:write');
  protected readonly looks = rotationLooks;
  protected readonly page = inject(RotationsApi).page(() =>
    said({ environment: this.environment(), webshopId: this.webshop(), after: this.after() }),
  );
  protected readonly read = lastRead(this.page);
  protected readonly crumbs = computed(() => {
    this.language.current();
    const word = this.words.translate<string>('rotations.keys');
    return [{ word, link: ['/', this.environment(), 'keys'] }];
  });
}
