export { Control } from './control';
export { Field } from './field';
export { Sending } from './sending';
