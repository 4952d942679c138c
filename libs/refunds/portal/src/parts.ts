export { sumsOf } from './sums-of';
