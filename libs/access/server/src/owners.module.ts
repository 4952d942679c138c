import { Module } from '@nestjs/common';
import { Colleagues } from './colleagues';
import { MembersRepository } from './members.repository';
import { Owners } from './owners';

/** Who runs a place, for rooms that write to them; also where nobody signs in, as in the worker. */
@Module({
  providers: [Colleagues, MembersRepository, Owners],
  exports: [Colleagues, Owners],
})
export class OwnersModule {}
