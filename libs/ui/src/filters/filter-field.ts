interface Of {
  /** The name of the part of the address. */
  readonly key: string;
  readonly word: string;
}

/** One thing a list can be narrowed by. Amounts stand in the address as cents, dates as `2026-11-17`. */
export type FilterField =
  | (Of & {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: string; readonly word: string }[];
      /** Where there are more options than are told at once: asks for those with this in their name. */
      readonly search?: (text: string) => void;
      /** What stands on the chip where the chosen option is none of those; unknown yet: dots. */
      readonly chosen?: string | undefined;
    })
  | (Of & { readonly kind: 'text' | 'date' | 'amount' });

export type FilterValues = Readonly<Record<string, string | undefined>>;
