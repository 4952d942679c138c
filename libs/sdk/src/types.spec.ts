import type * as contract from '@toonbank/orders/contract';
import type * as primitives from '@toonbank/primitives';
import type * as z from 'zod';
import { expect, expectTypeOf, it } from 'vitest';
import { endStatuses, OrderStatus } from '@toonbank/orders/contract';
import { isEnd } from './index';
import type * as sdk from './index';

/** A schema's type, with everything read-only, as the SDK promises it. */
type Frozen<T> = T extends readonly (infer U)[]
  ? readonly Frozen<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;
type Plain<T> = Frozen<{ [K in keyof T]: T[K] }>;
type Of<T> = Frozen<z.infer<T>>;

// Checked by `npm run check` (types): a field that the API gains, loses or changes is an error here.
it('has types that equal the contract of the API', () => {
  expectTypeOf<Plain<sdk.CreateOrder>>().toEqualTypeOf<Of<typeof contract.CreateOrder>>();
  expectTypeOf<Plain<sdk.Order>>().toEqualTypeOf<Of<typeof contract.Order>>();
  expectTypeOf<Plain<sdk.CreatedOrder>>().toEqualTypeOf<Of<typeof contract.CreatedOrder>>();
  expectTypeOf<Plain<sdk.OrderDetail>>().toEqualTypeOf<Of<typeof contract.OrderDetail>>();
  expectTypeOf<Plain<sdk.ProblemDocument>>().toEqualTypeOf<Of<typeof primitives.ProblemDocument>>();
  expectTypeOf<sdk.Environment>().toEqualTypeOf<primitives.Environment>();
});

it('knows the same ends as the API', () => {
  expect(OrderStatus.options.filter(isEnd).sort()).toEqual([...endStatuses].sort());
});
