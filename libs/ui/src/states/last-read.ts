import { linkedSignal, type Resource, type Signal } from '@angular/core';

/**
 * What a resource read last. Stays while the next read is under way or fails, so that rows don't
 * vanish under somebody's eyes; undefined until the first answer.
 */
export function lastRead<T>(resource: Resource<T>): Signal<NonNullable<T> | undefined> {
  const read = () => (resource.hasValue() ? (resource.value() as NonNullable<T>) : undefined);
  return linkedSignal<NonNullable<T> | undefined, NonNullable<T> | undefined>({
    source: read,
    computation: (value, before) => value ?? before?.value,
  }).asReadonly();
}
