import type { HttpErrorResponse, HttpRequest } from '@angular/common/http';
import { inject, Injectable, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { freshLoginCode, sessionPath } from '@toonbank/access/contract';
import { problemOf } from '@toonbank/ui/states';
import { SessionApi } from '../session-api';

/** Why the password is asked: an act needs a fresh one, or the session has ended. */
export type ProofReason = 'fresh' | 'ended';

/** Asks for the password when the server wants it again; several requests wait for one answer. */
@Injectable({ providedIn: 'root' })
export class Proofs {
  private readonly injector = inject(Injector);
  private readonly session = inject(SessionApi);
  private readonly router = inject(Router);
  private asking: Promise<boolean> | undefined;

  /** Undefined when typing a password would not help. True: the request may be made again. */
  cure(request: HttpRequest<unknown>, error: HttpErrorResponse): Promise<boolean> | undefined {
    const reason = this.reasonOf(request, error);
    if (!reason) return undefined;
    this.asking ??= this.ask(reason).finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** The session is over, as far as we can tell without asking. */
  sessionEnded(): void {
    this.asking ??= this.ask('ended').finally(() => (this.asking = undefined));
  }

  private reasonOf(
    { method, url }: HttpRequest<unknown>,
    error: HttpErrorResponse,
  ): ProofReason | undefined {
    if (error.status === 403 && problemOf(error)?.code === freshLoginCode) return 'fresh';
    // Signing in, out and proving answer for themselves.
    const isDoor = url === `/${sessionPath}` && method !== 'GET';
    if (isDoor || url === `/${sessionPath}/proof`) return undefined;
    return error.status === 401 && this.session.current() ? 'ended' : undefined;
  }

  private async ask(reason: ProofReason): Promise<boolean> {
    const { openProof } = await import('./open-proof');
    const isDone = await openProof(this.injector, reason);
    if (!isDone && reason === 'ended') {
      this.session.forget();
      await this.router.navigate(['/sign-in'], {
        queryParams: { back: this.router.url, ended: true },
      });
    }
    return isDone;
  }
}
