import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Membership, type Session, SignIn } from '@toonbank/access/contract';
import { Brand } from '@toonbank/ui/look';
import { problemOf, ProblemPanel } from '@toonbank/ui/states';
import { SessionApi } from './session-api';

/** Sign in by e-mail and password; who belongs to several agencies chooses one. */
@Component({
  selector: 'tb-sign-in-page',
  imports: [TranslocoDirective, Brand, ProblemPanel],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.css',
})
export class SignInPage {
  /** Where the person wanted to go; and whether a session ended under their hands. */
  readonly back = input<string>();
  readonly ended = input<string>();

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
  protected readonly isRefused = computed(() => problemOf(this.error())?.status === 401);

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

  protected choose({ agencyId, merchantId }: Membership): Promise<void> {
    return this.doing(async () => {
      const place = { agencyId, ...(merchantId && { merchantId }) };
      await this.enter(await this.session.choose(place));
    });
  }

  private async enter(session: Session): Promise<void> {
    if (!session.chosen) {
      this.choices.set(session.memberships);
      return;
    }
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
