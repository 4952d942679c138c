import type { Right } from '@toonbank/primitives';
import type { IconName } from './icon';

/**
 * A page of a room that one can go to from everywhere. A room names its places beside its routes, so
 * the navigation holds what there is and nothing else.
 */
export interface Place {
  /** Below `/`, or below `/:environment` when it shows money or keys. */
  readonly path: string;
  readonly inEnvironment: boolean;
  /** Key of the shell's dictionary, `shell.places.…`. */
  readonly word: string;
  readonly icon: IconName;
  readonly right: Right;
  /** `own` is reached by the account menu, not by the navigation. */
  readonly group: 'top' | 'money' | 'manage' | 'tech' | 'agency' | 'own';
  /** Second key after `G`. */
  readonly key?: string;
  /** A merchant's people have it among their tabs; `late` ones stand behind "more" on a phone. */
  readonly isTab?: boolean | 'late';
}
