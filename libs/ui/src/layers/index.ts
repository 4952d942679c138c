export { Confirmations, type Question } from './confirmations';
export { ToastPlace } from './toast-place';
export { Toasts } from './toasts';
