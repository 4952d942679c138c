export { takeToken } from './gate/fragment-token';
export { Gate } from './gate/gate';
