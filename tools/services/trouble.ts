/** What went wrong and the way out, in one sentence that a stranger understands. Shown without a stack. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

interface Cause {
  readonly sign: RegExp;
  readonly sentence: (where: string) => string;
}

const causes: readonly Cause[] = [
  {
    sign: /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/i,
    sentence: (where) => `The disk that holds ${where} is full: free about 1 GB and try again.`,
  },
  {
    sign: /EROFS|Read-only file system/i,
    sentence: (where) =>
      `${where} is on a read-only disk: clone the project to a folder you may write to.`,
  },
  {
    sign: /EACCES|EPERM|Permission denied|Operation not permitted/i,
    sentence: (where) =>
      `No right to write to ${where}: give yourself that folder (chown) or clone the project elsewhere.`,
  },
  {
    sign: /could not create shared memory|could not map anonymous shared memory|ENOMEM|Cannot allocate memory/i,
    sentence: () => 'There is too little memory left: close something and try again.',
  },
  {
    sign: /EADDRINUSE|Address already in use/i,
    sentence: () => 'A port was taken by another program at the last moment: try again.',
  },
];

/** Puts the troubles every machine knows into words; `undefined` when the text tells of none of them. */
export function explain(text: string, where: string): Trouble | undefined {
  const cause = causes.find(({ sign }) => sign.test(text));
  return cause && new Trouble(cause.sentence(where));
}

/** Like `explain` for an error that was thrown: any other error comes back as it was. */
export function explained(error: unknown, where: string): unknown {
  if (error instanceof Trouble || !(error instanceof Error)) return error;
  return explain(`${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}`, where) ?? error;
}
