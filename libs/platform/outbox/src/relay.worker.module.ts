import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { HearingsRepository } from './hearings.repository';
import { Relay } from './relay';

/** What the worker does about the outbox: bring what happened to who hears it. */
@Module({ imports: [DiscoveryModule], providers: [HearingsRepository, Relay], exports: [Relay] })
export class RelayWorkerModule {}
