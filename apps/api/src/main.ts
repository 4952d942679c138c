import 'reflect-metadata';
import { readConfig } from '@toonbank/platform/config';
import { makeApi } from './make-api';

const config = readConfig(process.env);
const app = await makeApi(config);
// SIGTERM and SIGINT drain: no new connections, open requests end, then the rooms close.
app.enableShutdownHooks();
await app.listen(config.port, config.host);
