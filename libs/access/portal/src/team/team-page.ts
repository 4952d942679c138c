import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Member } from '@toonbank/access/contract';
import { Moment } from '@toonbank/ui/figures';
import { Pager, Table, Tabs } from '@toonbank/ui/lists';
import { Icon, PageHead } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { MemberActs } from './member-acts';
import { OpenInvitations } from './open-invitations';
import { TeamApi } from './team-api';
import { TeamPlace } from './team-place';

/** Who may act for the agency, or for one merchant: with what role, since when, and whom one asked in. */
@Component({
  selector: 'tb-team-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, Icon, MemberActs, Moment, OpenInvitations],
    ...[PageHead, Pager, ProblemPanel, Skeleton, Table, Tabs],
  ],
  templateUrl: './team-page.html',
  styleUrl: './team-page.css',
})
export class TeamPage {
  /** From the address: `/team/of-merchant?merchant=&after=&open=`. */
  readonly ofMerchant = input(false);
  readonly merchant = input<string>();
  readonly after = input<string>();
  readonly open = input<string>();

  private readonly api = inject(TeamApi);
  protected readonly place = inject(TeamPlace);

  /** Undefined: a merchant's people are asked for, and no merchant is chosen. */
  protected readonly of = computed(() => {
    if (!this.ofMerchant() || this.place.isMerchants()) return { merchantId: undefined };
    const merchantId = this.merchant();
    return merchantId ? { merchantId } : undefined;
  });
  protected readonly page = this.api.members(() => {
    const of = this.of();
    return of && { ...of, after: this.after() };
  });
  protected readonly read = lastRead(this.page);
  protected readonly members = computed<readonly Member[]>(() =>
    this.of() ? (this.read()?.items ?? []) : [],
  );
  protected readonly isFirstRead = computed(() => !!this.of() && this.read() === undefined);
  /** A merchant's people have other roles than the agency's. */
  protected readonly isOfMerchant = computed(() => this.ofMerchant() || this.place.isMerchants());
  protected reload(): void {
    this.page.reload();
  }
}
