export { Verbatim } from './verbatim';
