export { Empty } from './empty';
export { lastRead } from './last-read';
export { Note } from './note';
export { problemOf, troubleOf } from './problem-of';
export { ProblemPanel } from './problem-panel';
export { ProblemTitle } from './problem-title';
export { Skeleton } from './skeleton';
export { waysOn, type WaysOn } from './ways-on';
export { calmMs, sameAnswer, whileLive } from './while-live';
