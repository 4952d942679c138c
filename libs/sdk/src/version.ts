import { version as ofPackage } from '../package.json';

/** The version of this package, told to the API with every call. */
export const version: string = ofPackage;
