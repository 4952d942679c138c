export { Moment } from './moment';
export { Money } from './money';
export { Spark } from './spark';
