export { Egress, type EgressAnswer, EgressFailed, type EgressRequest } from './egress';
