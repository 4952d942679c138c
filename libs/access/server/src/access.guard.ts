import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { freshLoginCode } from '@toonbank/access/contract';
import { Clock } from '@toonbank/platform/clock';
import { Config } from '@toonbank/platform/config';
import { type Caller, freshLoginKey, needsKey, Problem, publicKey } from '@toonbank/platform/http';
import type { Right } from '@toonbank/primitives';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Callers } from './callers';
import { changesSomething, demandJson, demandOurOrigin } from './same-origin';
import { sessionToken } from './session-cookie';
import { freshMs } from './sessions';

const fromPortalKey = 'toonbank:from-portal';

/** A public route that only pages of ours may call: else another site could sign its visitor in. */
export const FromPortal = () => SetMetadata(fromPortalKey, true);

/**
 * Stands before every route: finds out who calls, and whether they may. A route that doesn't say
 * who may is refused.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    // Answers are for who asked: no proxy and no browser keeps them.
    context.switchToHttp().getResponse<FastifyReply>().header('cache-control', 'no-store');
    const says = <T>(key: string) =>
      this.reflector.getAllAndOverride<T | undefined>(key, [
        context.getHandler(),
        context.getClass(),
      ]);
    if (changesSomething(request.method)) demandJson(request.headers);
    const need = says<Right>(needsKey);
    if (need === undefined) {
      if (says<string>(publicKey) === undefined) throw forbidden();
      if (says<boolean>(fromPortalKey)) demandOurOrigin(request.headers, this.config.publicUrl);
      return true;
    }
    const caller = await this.identify(request);
    demandRight(caller, need);
    demandOwnPlace(caller, request.params as Record<string, string | undefined>);
    if (says<boolean>(freshLoginKey)) demandFresh(caller, this.clock.millis());
    request.caller = caller;
    return true;
  }

  private identify(request: FastifyRequest): Promise<Caller> {
    const { authorization } = request.headers;
    const token = sessionToken(request);
    if (authorization !== undefined && token !== undefined) throw twoCredentials();
    if (token !== undefined) {
      if (changesSomething(request.method)) {
        demandOurOrigin(request.headers, this.config.publicUrl);
      }
      return this.callers.bySession(token);
    }
    const key = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (key === undefined) throw Problem.signIn();
    return this.callers.byApiKey(key);
  }
}

function demandRight({ rights, scope }: Caller, need: Right): void {
  if (rights.has(need)) return;
  throw scope ? forbidden() : Problem.noAgency();
}

/** An API key proves itself with every call; a person's proof wears out. */
function demandFresh({ session }: Caller, now: number): void {
  if (!session || now - session.provenAt.getTime() < freshMs) return;
  throw new Problem(
    403,
    freshLoginCode,
    'Type your password again for this.',
    'Nothing was changed. Prove that it is you with POST /v1/session/proof; that holds for 5 minutes.',
  );
}

/** To an API key, every other webshop and its own in the other environment do not exist. */
function demandOwnPlace({ scope }: Caller, params: Record<string, string | undefined>): void {
  if (!scope?.place) return;
  const { webshopId, environment } = params;
  const elsewhere =
    (webshopId !== undefined && webshopId.toLowerCase() !== scope.place.webshopId) ||
    (environment !== undefined && environment !== scope.place.environment);
  if (elsewhere) throw Problem.notFound('webshop');
}

function forbidden(): Problem {
  return new Problem(
    403,
    'no-right',
    'You may not do this.',
    'Ask an owner or admin of the agency for the right to do this.',
  );
}

function twoCredentials(): Problem {
  return new Problem(
    400,
    'two-credentials',
    'The request says twice who calls.',
    'Send either the session cookie or an API key.',
  );
}
