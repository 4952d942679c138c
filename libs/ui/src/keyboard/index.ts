export { KeyMap, type KeyBinding } from './key-map';
