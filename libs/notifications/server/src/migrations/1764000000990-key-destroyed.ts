import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A ping that is set aside says why: its token ran out, or the key it came under is gone. */
export class KeyDestroyed1764000000990 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notification drop constraint notification_state_check;
      alter table notification add constraint notification_state_check
        check (state in ('waiting', 'pulled', 'expired', 'key-destroyed'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update notification set state = 'expired' where state = 'key-destroyed';
      alter table notification drop constraint notification_state_check;
      alter table notification add constraint notification_state_check
        check (state in ('waiting', 'pulled', 'expired'));
    `);
  }
}
