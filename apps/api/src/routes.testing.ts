import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hotRoutes } from '@toonbank/notifications/server';
import { freshLoginKey, needsKey, publicKey } from '@toonbank/platform/http';
import type { Right } from '@toonbank/primitives';
import type * as z from 'zod';

/** A route as it stands in the running application. */
export interface KnownRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly needs: Right | undefined;
  readonly public: string | undefined;
  /** Asks a person for a fresh login. */
  readonly isFresh: boolean;
  /** Of the answer; what `@Returns` says. */
  readonly schema: z.ZodType | undefined;
}

/** Every route finds itself: Nest's controllers, and the doors outside its pipeline. */
export function knownRoutes(app: NestFastifyApplication): KnownRoute[] {
  const routes: KnownRoute[] = hotRoutes.map((hot) => ({
    ...{ method: hot.method, path: hot.path, public: hot.public },
    ...{ needs: undefined, isFresh: false, schema: undefined },
  }));
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype === 'function') routes.push(...routesOf(metatype));
    }
  }
  return routes.sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
}

function routesOf(controller: { readonly prototype?: unknown }): KnownRoute[] {
  const prefix = String(Reflect.getMetadata(PATH_METADATA, controller));
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (typeof handler !== 'function' || name === 'constructor') return [];
    const own: unknown = Reflect.getMetadata(PATH_METADATA, handler);
    if (own === undefined) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
    const path = `/${prefix}/${String(own)}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1');
    const options = Reflect.getMetadata('class_serializer:options', handler) as
      { schema?: z.ZodType } | undefined;
    return [
      {
        method: (method ?? 'GET') as KnownRoute['method'],
        path,
        needs: Reflect.getMetadata(needsKey, handler) as Right | undefined,
        isFresh: Reflect.getMetadata(freshLoginKey, handler) === true,
        public: Reflect.getMetadata(publicKey, handler) as string | undefined,
        schema: options?.schema,
      },
    ];
  });
}

/** What Fastify really serves, read from its tree of routes: nothing can be hidden from this. */
export function servedPaths(app: NestFastifyApplication): string[] {
  const tree = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const above: string[] = [];
  const paths: string[] = [];
  for (const line of tree.split('\n')) {
    const [, indent, segment, methods] = /^([│ ]*)[├└]── (\S*)( \(.*\))?/.exec(line) ?? [];
    if (segment === undefined || indent === undefined) continue;
    const depth = indent.length / 4;
    const path = (above[depth - 1] ?? '') + segment;
    above[depth] = path;
    if (methods) paths.push(path);
  }
  return [...new Set(paths)];
}
