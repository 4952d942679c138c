import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Membership, type Session, SignIn } from '@toonbank/access/contract';
import { Icon } from '@toonbank/ui/look';
import { problemOf, ProblemPanel } from '@toonbank/ui/states';
import { asChoice, SessionApi } from '../session-api';
import { Gate } from './gate';

/** Sign in by e-mail and password; who belongs to several agencies chooses one. */
@Component({
  selector: 'tb-sign-in-page',
  imports: [RouterLink, TranslocoDirective, Gate, Icon, ProblemPanel],
  templateUrl: './sign-in-page.html',
  styleUrl: './gate-form.css',
})
export class SignInPage {
  /** Where the person wanted to go; and whether a session ended under their hands. */
  readonly back = input<string>();
  readonly ended = input<string>();
  /** Who is signed in wants to act for somebody else; and whether a password was just reset. */
  readonly choose = input<string>();
  readonly reset = input<string>();

  private readonly session = inject(SessionApi);
  private readonly router = inject(Router);
  private readonly emailField = viewChild<ElementRef<HTMLInputElement>>('emailField');
  private readonly passwordField = viewChild<ElementRef<HTMLInputElement>>('passwordField');

  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly busy = signal(false);
  protected readonly error = signal<unknown>(undefined);
  protected readonly fault = signal<'email' | 'password' | undefined>(undefined);
  protected readonly choices = signal<readonly Membership[]>([]);
  protected readonly belongsNowhere = signal(false);
  /** Why one stands at the door, if not for the first time. */
  protected readonly said = computed(() => {
    if (this.reset()) return 'wasReset';
    return this.ended() ? 'ended' : undefined;
  });
  protected readonly isRefused = computed(() => problemOf(this.error())?.status === 401);

  constructor() {
    void this.offerChoice();
  }

  protected async signOut(): Promise<void> {
    await this.doing(async () => {
      await this.session.signOut();
      this.choices.set([]);
      this.belongsNowhere.set(false);
    });
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    const credentials = SignIn.safeParse({ email: this.email(), password: this.password() });
    this.error.set(undefined);
    this.fault.set(credentials.error?.issues[0]?.path[0] as 'email' | 'password' | undefined);
    if (!credentials.success) {
      this.focusFault();
      return;
    }
    await this.doing(async () => this.enter(await this.session.signIn(credentials.data)));
    if (this.isRefused()) this.passwordField()?.nativeElement.select();
  }

  protected actFor(membership: Membership): Promise<void> {
    return this.doing(async () => {
      await this.session.choose(asChoice(membership));
      // What is shown belongs to the place before: everything is fetched anew.
      await this.goOn();
    });
  }

  /** Who is signed in already, and has not chosen or wants to choose again, need not sign in. */
  private async offerChoice(): Promise<void> {
    await this.doing(async () => {
      const session = await this.session.load();
      if (session && (!session.chosen || this.choose())) this.show(session);
    });
  }

  private async enter(session: Session): Promise<void> {
    if (session.chosen) await this.goOn();
    else this.show(session);
  }

  private show({ memberships }: Session): void {
    this.choices.set(memberships);
    this.belongsNowhere.set(memberships.length === 0);
  }

  private async goOn(): Promise<void> {
    // Only our own pages: an address of elsewhere is not a place to be sent to after signing in.
    const back = this.back();
    const isOurs = back?.startsWith('/') && !back.startsWith('//');
    await this.router.navigateByUrl(isOurs ? back! : '/');
  }

  private async doing(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    try {
      await work();
    } catch (error) {
      this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  private focusFault(): void {
    const field = this.fault() === 'email' ? this.emailField() : this.passwordField();
    field?.nativeElement.focus();
  }
}
