import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { MerchantParams } from '@toonbank/merchant/contract';
import {
  BrandCatalogue,
  catalogue,
  ContractParams,
  merchantContractsPath,
  MethodContractDetail,
  MethodContracts,
  methodContractsPath,
  paymentBrandsPath,
  RequestMethod,
  SetWish,
  TakeMethodStep,
  WebshopMethodParams,
  WebshopMethods as Methods,
  webshopMethodsPath,
  WebshopMethodsParams,
} from '@toonbank/payment-methods/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { Contracts } from './contracts';
import { WebshopMethods } from './webshop-methods';

/** Methods: what there are, what merchants have of them, and what their webshops have. */
@Controller()
export class MethodsController {
  constructor(
    private readonly contracts: Contracts,
    private readonly methods: WebshopMethods,
  ) {}

  @Get(paymentBrandsPath)
  @Needs('methods:read')
  @Returns(BrandCatalogue)
  brands(): BrandCatalogue {
    return { brands: [...catalogue] };
  }

  @Get(merchantContractsPath)
  @Needs('methods:read')
  @Returns(MethodContracts)
  list(
    @InScope() scope: Scope,
    @Param({ schema: MerchantParams }) { merchantId }: MerchantParams,
  ): Promise<MethodContracts> {
    return this.contracts.list(scope, merchantId);
  }

  @Post(merchantContractsPath)
  @Needs('methods:write')
  @Returns(MethodContractDetail, 201)
  request(
    @InScope() scope: Scope,
    @Param({ schema: MerchantParams }) { merchantId }: MerchantParams,
    @Body({ schema: RequestMethod }) { brand }: RequestMethod,
  ): Promise<MethodContractDetail> {
    return this.contracts.request(scope, merchantId, brand);
  }

  @Get(`${methodContractsPath}/:contractId`)
  @Needs('methods:read')
  @Returns(MethodContractDetail)
  get(
    @InScope() scope: Scope,
    @Param({ schema: ContractParams }) { contractId }: ContractParams,
  ): Promise<MethodContractDetail> {
    return this.contracts.get(scope, contractId);
  }

  /** What somebody says that happened at the bank; Toonbank can't do or see it. */
  @Post(`${methodContractsPath}/:contractId/steps`)
  @Needs('methods:write')
  @Returns(MethodContractDetail, 201)
  take(
    @InScope() scope: Scope,
    @Param({ schema: ContractParams }) { contractId }: ContractParams,
    @Body({ schema: TakeMethodStep }) step: TakeMethodStep,
  ): Promise<MethodContractDetail> {
    return this.contracts.take(scope, contractId, step);
  }

  @Get(webshopMethodsPath)
  @Needs('methods:read')
  @Returns(Methods)
  ofWebshop(
    @InScope() scope: Scope,
    @Param({ schema: WebshopMethodsParams }) place: WebshopMethodsParams,
  ): Promise<Methods> {
    return this.methods.get(scope, place);
  }

  /** Lets the worker ask the bank soon, rather than after some hours. */
  @Post(`${webshopMethodsPath}/check`)
  @Needs('methods:write')
  @Returns(Methods, 202)
  look(
    @InScope() scope: Scope,
    @Param({ schema: WebshopMethodsParams }) place: WebshopMethodsParams,
  ): Promise<Methods> {
    return this.methods.look(scope, place);
  }

  /** What is wanted of a brand. The switch itself is at the bank (S31). */
  @Put(`${webshopMethodsPath}/:brand`)
  @Needs('methods:write')
  @Returns(Methods)
  want(
    @InScope() scope: Scope,
    @Param({ schema: WebshopMethodParams }) { brand, ...place }: WebshopMethodParams,
    @Body({ schema: SetWish }) { wish }: SetWish,
  ): Promise<Methods> {
    return this.methods.want(scope, place, { brand, wish });
  }
}
