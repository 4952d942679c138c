import { sweep } from './sweep';

sweep('nl-NL');
