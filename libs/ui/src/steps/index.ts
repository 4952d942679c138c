export { Progress } from './progress';
export { Stepper, type Step } from './stepper';
export { Timeline, type TimelineItem } from './timeline';
