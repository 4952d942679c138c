import { Controller, Get, Query } from '@nestjs/common';
import {
  MerchantFigures,
  merchantFiguresPath,
  MerchantFiguresQuery,
  Overview,
  overviewPath,
  OverviewQuery,
  searchPath,
  SearchQuery,
  SearchResult,
} from '@toonbank/cockpit/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { MerchantFigures as Figures } from './merchant-figures';
import { Overviews } from './overview.service';
import { Search } from './search.service';

/** What is asked over all rooms at once. */
@Controller()
export class CockpitController {
  constructor(
    private readonly search: Search,
    private readonly overviews: Overviews,
    private readonly figures: Figures,
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

  /** Health, turnover and costs of some merchants, for the list of them. */
  @Get(merchantFiguresPath)
  @Needs('overview:read')
  @Returns(MerchantFigures)
  merchants(
    @InScope() scope: Scope,
    @Query({ schema: MerchantFiguresQuery }) { merchantIds }: MerchantFiguresQuery,
  ): Promise<MerchantFigures> {
    return this.figures.of(scope, merchantIds);
  }
}
