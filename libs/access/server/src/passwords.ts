import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { randomBase62 } from './secret-text';
import { Turns } from './turns';

/**
 * Argon2id (the library's default) with the parameters that OWASP recommends: 19 MiB, two passes.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes passwords. At most two at once, so that signing in can't starve everything else. */
@Injectable()
export class Passwords {
  private readonly turns = new Turns(2);
  private nobodys?: Promise<string>;

  hash(password: string): Promise<string> {
    return this.turns.take(() => hash(password.normalize('NFKC'), cost));
  }

  /** Without a hash (nobody has this e-mail address) it costs the same time and is false. */
  async fits(password: string, kept: string | undefined): Promise<boolean> {
    const against = kept ?? (await this.ofNobody());
    const fits = await this.turns.take(() => verify(against, password.normalize('NFKC')));
    return fits && kept !== undefined;
  }

  private ofNobody(): Promise<string> {
    this.nobodys ??= this.hash(randomBase62(30));
    return this.nobodys;
  }
}
