export { Config } from './config';
export { ConfigModule } from './config.module';
export { readConfig } from './read-config';
export { readSecrets, type Secrets } from './secrets';
