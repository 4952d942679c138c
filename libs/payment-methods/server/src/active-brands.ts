import { Injectable } from '@nestjs/common';
import { catalogue } from '@toonbank/payment-methods/contract';
import { Clock } from '@toonbank/platform/clock';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import { activeWord } from './drift';
import { methodProblems } from './method-problems';
import { WebshopBrandsRepository } from './webshop-brands.repository';

/** What the bank told longer ago proves nothing: it decides itself then. */
const knownMs = 24 * 3_600_000;

const cards = catalogue.filter(({ kind }) => kind === 'card').map(({ brand }) => brand);

/** For rooms that announce: whether a brand may be forced. Never asks the bank. */
@Injectable()
export class ActiveBrands {
  constructor(
    private readonly brands: WebshopBrandsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * In the caller's transaction: a 409 problem when the brand is known not to be active. What is not
   * known, or was told too long ago, passes. `CARDS` stands for all brands of cards.
   */
  async mustBeActive(tx: Tx, place: WebshopPlace, brand: string): Promise<void> {
    const check = await this.brands.check(tx, place);
    const since = this.clock.millis() - knownMs;
    if (!check?.toldAt || check.toldAt.getTime() < since) return;
    const wanted = brand === 'CARDS' ? cards : [brand];
    const rows = await this.brands.brands(tx, place);
    const words = rows.filter((row) => wanted.includes(row.brand)).map(({ actual }) => actual);
    if (!words.includes(activeWord)) throw methodProblems.notActive(brand, words[0] ?? null);
  }
}
