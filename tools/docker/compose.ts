import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** One service of docker-compose.yml, as far as it is looked at. */
export interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly network_mode?: string;
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
}

export function readCompose(root: string): Compose {
  const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
  return parse(text, { merge: true }) as Compose;
}

/** The services that run a program of ours, in an order in which each finds what it depends on. */
export function ourServices({ services }: Compose): [name: string, service: Service][] {
  const ours = Object.entries(services).filter(([, { image }]) => image === 'toonbank');
  const ordered: typeof ours = [];
  while (ordered.length < ours.length) {
    const isDone = (name: string) =>
      !ours.some(([other]) => other === name) || ordered.some(([other]) => other === name);
    const next = ours.find(
      ([name, { depends_on: needs = {} }]) => !isDone(name) && Object.keys(needs).every(isDone),
    );
    if (!next) throw new Error('Services of docker-compose.yml wait for each other.');
    ordered.push(next);
  }
  return ordered;
}

/** The address that a health check asks. */
export function healthUrl({ healthcheck }: Service): string | undefined {
  return /fetch\('([^']+)'\)/.exec(healthcheck?.test.at(-1) ?? '')?.[1];
}

/** A service that runs to its end, because others wait for that end. */
export function isOneShot({ services }: Compose, name: string): boolean {
  return Object.values(services).some(
    ({ depends_on: needs }) => needs?.[name]?.condition === 'service_completed_successfully',
  );
}
