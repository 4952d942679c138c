import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A link that somebody asks for themselves is made only when they have not asked a moment ago. */
export class AccessOwnResets1764000000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant select (made_by, expires_at) on reset_route to tb_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke select (made_by, expires_at) on reset_route from tb_app');
  }
}
