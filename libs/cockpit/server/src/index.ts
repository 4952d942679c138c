export { CockpitHttpModule } from './cockpit.http.module';
