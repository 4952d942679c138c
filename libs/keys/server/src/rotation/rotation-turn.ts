import { Injectable } from '@nestjs/common';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import { WebshopEndings } from '@toonbank/shop/server';
import { KeysRepository } from '../keys.repository';
import { rotationProblems } from './rotation-problems';
import { RotationsRepository } from './rotations.repository';

/** Whose turn it is to renew a webshop's keys: one renewal at a time, of webshops that work. */
@Injectable()
export class RotationTurn {
  constructor(
    private readonly keys: KeysRepository,
    private readonly rotations: RotationsRepository,
    private readonly endings: WebshopEndings,
  ) {}

  /** Waits for others who change these keys; held until the transaction ends. A problem when it is not one's turn. */
  async take(tx: Tx, place: WebshopPlace): Promise<void> {
    await this.keys.queue(tx, place);
    await this.endings.mustWork(tx, place.webshopId);
    if (await this.rotations.open(tx, place)) throw rotationProblems.open();
  }
}
