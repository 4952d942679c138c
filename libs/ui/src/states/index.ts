export { Empty } from './empty';
export { lastRead } from './last-read';
export { Note } from './note';
export { problemOf, troubleOf } from './problem-of';
export { ProblemPanel } from './problem-panel';
export { Skeleton } from './skeleton';
