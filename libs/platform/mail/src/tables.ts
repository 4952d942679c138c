import { cryptoTables } from '@toonbank/platform/crypto';
import type { RoomTables } from '@toonbank/platform/db';
import { MailEntity } from './mail.entity';
import { Mail1764000000030 } from './migrations/1764000000030-mail';

export const mailTables: RoomTables = {
  name: 'mail',
  needs: [cryptoTables],
  entities: [MailEntity],
  migrations: [Mail1764000000030],
};
