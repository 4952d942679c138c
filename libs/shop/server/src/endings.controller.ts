import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import {
  SayEndingAtBank,
  SetWebshopEnding,
  WebshopDetail,
  webshopEndingPath,
  WebshopParams,
} from '@toonbank/shop/contract';
import { WebshopEndings } from './webshop-endings';

/** The day on which a webshop ends. */
@Controller(webshopEndingPath)
export class EndingsController {
  constructor(private readonly endings: WebshopEndings) {}

  @Put()
  @Needs('webshops:end')
  @Returns(WebshopDetail)
  set(
    @InScope() scope: Scope,
    @Param({ schema: WebshopParams }) { webshopId }: WebshopParams,
    @Body({ schema: SetWebshopEnding }) ending: SetWebshopEnding,
  ): Promise<WebshopDetail> {
    return this.endings.set(scope, webshopId, ending);
  }

  @Put('at-bank')
  @Needs('webshops:end')
  @Returns(WebshopDetail)
  saidAtBank(
    @InScope() scope: Scope,
    @Param({ schema: WebshopParams }) { webshopId }: WebshopParams,
    @Body({ schema: SayEndingAtBank }) said: SayEndingAtBank,
  ): Promise<WebshopDetail> {
    return this.endings.saidAtBank(scope, webshopId, said);
  }

  @Delete('at-bank')
  @Needs('webshops:end')
  @Returns(WebshopDetail)
  takeBackAtBank(
    @InScope() scope: Scope,
    @Param({ schema: WebshopParams }) { webshopId }: WebshopParams,
  ): Promise<WebshopDetail> {
    return this.endings.takeBackAtBank(scope, webshopId);
  }

  @Delete()
  @Needs('webshops:end')
  @Returns(WebshopDetail)
  undo(
    @InScope() scope: Scope,
    @Param({ schema: WebshopParams }) { webshopId }: WebshopParams,
  ): Promise<WebshopDetail> {
    return this.endings.undo(scope, webshopId);
  }
}
