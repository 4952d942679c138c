import { Controller, Get, Query } from '@nestjs/common';
import { allKeysPath, KeyPage, KeyQuery } from '@toonbank/keys/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { KeyList } from './key-list';

/** The bank's keys of all webshops together. */
@Controller(allKeysPath)
export class KeyListController {
  constructor(private readonly keys: KeyList) {}

  @Get()
  @Needs('webshops:read')
  @Returns(KeyPage)
  page(@InScope() scope: Scope, @Query({ schema: KeyQuery }) query: KeyQuery): Promise<KeyPage> {
    return this.keys.page(scope, query);
  }
}
