import { Controller, Get, Query } from '@nestjs/common';
import {
  Overview,
  overviewPath,
  OverviewQuery,
  searchPath,
  SearchQuery,
  SearchResult,
} from '@toonbank/cockpit/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { Overviews } from './overview.service';
import { Search } from './search.service';

/** What is asked over all rooms at once. */
@Controller()
export class CockpitController {
  constructor(
    private readonly search: Search,
    private readonly overviews: Overviews,
  ) {}

  @Get(searchPath)
  @Needs('orders:read')
  @Returns(SearchResult)
  find(
    @InScope() scope: Scope,
    @Query({ schema: SearchQuery }) query: SearchQuery,
  ): Promise<SearchResult> {
    return this.search.find(scope, query);
  }

  @Get(overviewPath)
  @Needs('overview:read')
  @Returns(Overview)
  overview(
    @InScope() scope: Scope,
    @Query({ schema: OverviewQuery }) query: OverviewQuery,
  ): Promise<Overview> {
    return this.overviews.get(scope, query);
  }
}
