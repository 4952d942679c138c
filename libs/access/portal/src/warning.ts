export { IdleWarning } from './proof/idle-warning';
