import 'reflect-metadata';
import { readConfig } from '@toonbank/platform/config';
import { run } from './run';
import { WorkerModule } from './worker.module';

const config = readConfig(process.env);
await run(WorkerModule.with(config), config);
