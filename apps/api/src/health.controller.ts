import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DbHealth } from '@toonbank/platform/db';
import { Public } from '@toonbank/platform/http';

/** Questions of whoever runs the processes: alive, and ready for work. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly db: DbHealth) {}

  @Get('healthz')
  @Public('says only that the process lives')
  alive(): { status: string } {
    return { status: 'alive' };
  }

  /** Redis is not asked: without it we are slower, not broken. */
  @Get('readyz')
  @Public('says only whether the database answers')
  async ready(): Promise<{ status: string }> {
    if (await this.db.isUp()) return { status: 'ready' };
    throw new ServiceUnavailableException();
  }
}
