export { Brand } from './brand';
export { Formats } from './formats';
export { Icon, type IconName } from './icon';
export { type Language, LanguageChoice, languages } from './language';
export { problemOf, ProblemPanel } from './problem-panel';
export { StatusChip, type Tone } from './status-chip';
export { ThemeChoice } from './theme';
