import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import { appConfig } from './app.config';

/** Starts the portal in the page. */
export async function start(): Promise<void> {
  await bootstrapApplication(App, appConfig);
}
