import { Controller, Get, Param, Query, Redirect } from '@nestjs/common';
import { Public } from '@toonbank/platform/http';
import { ApiExcludeController } from '@nestjs/swagger';
import * as z from 'zod';
import { ReturnsService } from './returns.service';

const Token = z.strictObject({ returnToken: z.string().max(200) });
/** Parameters may be added by the bank, or repeated by a browser: read what we know, forgive the rest. */
const Answer = z.object({
  order_id: z.string().max(255).optional().catch(undefined),
  status: z.string().max(50).optional().catch(undefined),
  signature: z.string().max(200).optional().catch(undefined),
});

@ApiExcludeController()
@Controller('r')
export class ReturnsController {
  constructor(private readonly returns: ReturnsService) {}

  @Get(':returnToken')
  @Public('the shopper comes back from the bank; the token and the signature say for which order')
  @Redirect(undefined, 303)
  async back(
    @Param({ schema: Token }) { returnToken }: z.infer<typeof Token>,
    @Query({ schema: Answer }) answer: z.infer<typeof Answer>,
  ): Promise<{ url: string }> {
    return { url: await this.returns.next(returnToken, answer) };
  }
}
