import { Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiKeyPage,
  ApiKeyParams,
  apiKeyPath,
  ApiKeyPlace,
  apiKeysPath,
  IssuedApiKey,
} from '@toonbank/access/contract';
import type { Scope } from '@toonbank/platform/db';
import { FreshLogin, InScope, Needs, Returns, ReturnsNothing } from '@toonbank/platform/http';
import { PageQuery } from '@toonbank/primitives';
import { ApiKeys } from './api-keys';

/** The API keys of a webshop environment, for the people who set shops up. */
@Controller()
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Post(apiKeysPath)
  @Needs('api-keys:write')
  @FreshLogin()
  @Returns(IssuedApiKey, 201)
  issue(
    @InScope() scope: Scope,
    @Param({ schema: ApiKeyPlace }) place: ApiKeyPlace,
  ): Promise<IssuedApiKey> {
    return this.keys.issue(scope, place);
  }

  @Get(apiKeysPath)
  @Needs('api-keys:write')
  @Returns(ApiKeyPage)
  page(
    @InScope() scope: Scope,
    @Param({ schema: ApiKeyPlace }) place: ApiKeyPlace,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<ApiKeyPage> {
    return this.keys.page(scope, place, query);
  }

  @Delete(`${apiKeyPath}/:apiKeyId`)
  @Needs('api-keys:write')
  @FreshLogin()
  @ReturnsNothing()
  revoke(
    @InScope() scope: Scope,
    @Param({ schema: ApiKeyParams }) { apiKeyId }: ApiKeyParams,
  ): Promise<void> {
    return this.keys.revoke(scope, apiKeyId);
  }
}
