export { AppKeys, type Purpose } from './app-keys';
export { CryptoModule } from './crypto.module';
export { FileKek, Kek } from './kek';
export { CannotOpen } from './sealed';
export { type Binding, Sealer } from './sealer';
export { cryptoTables } from './tables';
export { Vault } from './vault';
