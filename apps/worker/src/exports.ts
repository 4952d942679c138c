import 'reflect-metadata';
import { constants, setPriority } from 'node:os';
import { readConfig } from '@toonbank/platform/config';
import { ExportsProcessModule } from './exports-process.module';
import { run } from './run';

// First of all, for threads inherit it: whoever looks at a page, and every notification, goes before.
setPriority(constants.priority.PRIORITY_LOW);
const config = readConfig(process.env);
await run(ExportsProcessModule.with(config), config);
