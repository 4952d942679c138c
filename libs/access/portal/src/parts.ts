export { ClosedLink } from './gate/closed-link';
export { takenToken } from './gate/fragment-token';
export { Gate } from './gate/gate';
