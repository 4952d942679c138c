import type { SameWords } from '@toonbank/ui/look';
import type { words as dutch } from './nl';

export const words: SameWords<typeof dutch> = {
  signIn: {
    title: 'Sign in',
    lead: 'For agencies and their merchants.',
    ended: 'Your session has ended. Sign in again; you go on where you were.',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    choose: 'Whom do you work for?',
    emailFault: 'This is not an e-mail address. Enter the whole address.',
    passwordFault: 'Enter your password.',
    refused: 'E-mail address and password do not belong together. Check both.',
    noAnswer: 'No connection to Toonbank. What you typed is kept; try again.',
    promise: 'Every payment booked. No status lost.',
  },
};
