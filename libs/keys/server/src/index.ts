export { KeyUse } from './key-use';
export { KeyList } from './key-list';
export { KeysHttpModule } from './keys.http.module';
export { KeysModule } from './keys.module';
export { KeysService } from './keys.service';
export { type Candidate, SigningKeys } from './signing-keys';
export { keysTables } from './tables';
export { VirtualPairs } from './virtual-pairs';
export { WaitingOrders } from './rotation/waiting-orders';
