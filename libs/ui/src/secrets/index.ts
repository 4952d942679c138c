export { IssuedSecret } from './issued-secret';
export { KeyCard } from './key-card';
export { SecretField } from './secret-field';
