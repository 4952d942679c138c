export { BankKeys, KeyKind, KeyPlace, keysPath, KeyState, KeyVersion, KeyVersions } from './keys';
