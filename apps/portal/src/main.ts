import { bootstrapApplication } from '@angular/platform-browser';
import * as z from 'zod';
import { App } from './app';
import { appConfig } from './app.config';

// Before any schema runs: the content policy forbids making functions from text.
z.config({ jitless: true });

void bootstrapApplication(App, appConfig);
