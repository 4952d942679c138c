export { type Answer, TestCaller } from './test-caller';
export { testApp, type TestApp, type TestAppOptions } from './test-app';
export { TestClock } from './test-clock';
export { testConfig, testPasswords } from './test-config';
export { emptyDatabase, testDatabase, type TestDatabase } from './test-database';
export { type BankOrder, type BankRefund, type BankWebshop, TestBank } from './test-bank';
export { freePort, runToEnd, TestProcess } from './test-process';
export { type Issued, TestSystem } from './test-system';
export { variablesOf } from './test-variables';
