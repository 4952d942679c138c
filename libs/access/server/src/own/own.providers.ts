import { OwnActs } from './own-acts';
import { OwnPassword } from './own-password';
import { OwnSessions } from './own-sessions';
import { StepUp } from './step-up';

/** What somebody does about their own login: what the doors call. */
export const ownServices = [OwnPassword, OwnSessions, StepUp];

/** And what these stand on. */
export const ownProviders = [...ownServices, OwnActs];
