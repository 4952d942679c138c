export { words as englishWords } from './en';
export { words as dutchWords } from './nl';
