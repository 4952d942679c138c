export { Copyable } from './copyable';
