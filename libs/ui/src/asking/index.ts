export { said } from './said';
