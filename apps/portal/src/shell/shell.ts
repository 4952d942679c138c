import { DOCUMENT } from '@angular/common';
import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  viewChild,
} from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { IdleWarning } from '@toonbank/access/portal/warning';
import { House } from '@toonbank/agency/portal';
import { KeyMap } from '@toonbank/ui/keyboard';
import { ToastPlace } from '@toonbank/ui/layers';
import { Icon, LanguageChoice } from '@toonbank/ui/look';
import { waysOn } from '@toonbank/ui/states';
import { AccountMenu } from './account-menu';
import { EnvironmentInUse } from './environment-in-use';
import { EnvironmentSwitch } from './environment-switch';
import { HelpLink } from './help-link';
import { HouseMark } from './house-mark';
import { MerchantButton } from './merchant-button';
import { Navigation } from './navigation';
import { NewVersion } from './new-version';
import { Sidebar } from './sidebar';
import { TaskBell } from './task-bell';
import { WaysOfShell } from './ways-of-shell';

/**
 * What stands around every page. Agency staff have a sidebar; a merchant's people have tabs, at the
 * thumb on a phone, and their agency's house style.
 */
@Component({
  selector: 'tb-shell',
  imports: [
    // Deferred, which only a name that stands by itself can be.
    IdleWarning,
    ...[RouterLink, RouterLinkActive, RouterOutlet, TranslocoDirective, Icon, ToastPlace],
    ...[AccountMenu, EnvironmentSwitch, HelpLink, HouseMark, MerchantButton],
    ...[NewVersion, Sidebar, TaskBell],
  ],
  // Of who is signed in: another agency is another shell.
  providers: [House, { provide: waysOn, useClass: WaysOfShell }],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  private readonly injector = inject(Injector);
  private readonly ways = inject(waysOn);
  private readonly router = inject(Router);
  private readonly session = inject(SessionApi);
  protected readonly inUse = inject(EnvironmentInUse);
  protected readonly navigation = inject(Navigation);
  private readonly main = viewChild<ElementRef<HTMLElement>>('main');
  private readonly menu = viewChild<ElementRef<HTMLDialogElement>>('menu');
  protected readonly isMerchant = computed(() => !!this.session.current()?.chosen?.merchantId);

  constructor() {
    const [house, language] = [inject(House), inject(LanguageChoice)];
    effect(() => language.fallBackOn(house.agency()?.language));
    const { documentElement } = inject(DOCUMENT);
    // The sandbox changes the paper itself, not just a label.
    effect(() => (documentElement.dataset['env'] = this.inUse.current()));
    const entries = this.navigation.entries();
    inject(KeyMap).bind(
      { keys: 'ctrl+k', word: 'shell.keys.find', run: () => this.find() },
      { keys: '?', word: 'shell.keys.list', run: () => void this.showKeys() },
      ...entries.flatMap(({ key, word, path }) =>
        key ? [{ keys: `g ${key}`, word: `shell.places.${word}`, run: () => this.goTo(path) }] : [],
      ),
    );
  }

  /** After a change of page the focus stands at its beginning. */
  protected moved(): void {
    this.main()?.nativeElement.focus({ preventScroll: true });
  }

  protected openMenu(): void {
    this.menu()?.nativeElement.showModal();
  }

  protected closeMenu(): void {
    this.menu()?.nativeElement.close();
  }

  protected find(): void {
    this.ways.search();
  }

  private async showKeys(): Promise<void> {
    const { openKeys } = await import('./open-keys');
    openKeys(this.injector);
  }

  private goTo(path: string): void {
    const entry = this.navigation.entries().find((one) => one.path === path);
    if (entry) void this.router.navigate([...entry.link]);
  }
}
