import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { People } from '@toonbank/access/server';
import { Agencies } from '@toonbank/agency/server';
import { readConfig } from '@toonbank/platform/config';
import { systemScope } from '@toonbank/platform/db';
import { ApiModule } from './api.module';

const usage = 'npm run agency:create -- --name "Name of the agency" --email owner@agency.example';

/** Makes an agency and its owner, and tells the owner's password once. */
async function main(): Promise<void> {
  const options = { name: { type: 'string' }, email: { type: 'string' } } as const;
  const { name, email } = parseArgs({ options }).values;
  if (!name || !email) throw new Error(`Say the name and the e-mail address:\n  ${usage}`);
  const config = { ...readConfig(process.env), logLevel: 'error' };
  const app = await NestFactory.createApplicationContext(ApiModule.with(config), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const agency = await app.get(Agencies).create(name);
    const scope = systemScope(agency.id, 'agency-create');
    const owner = await app.get(People).addAgencyMember(scope, { email, role: 'owner' });
    process.stdout.write(
      `Agency    ${agency.name}\n` +
        `Webhook   ${agency.webhookUrl}\n` +
        `Owner     ${email}\n` +
        (owner.password
          ? `Password  ${owner.password}  (shown once; change it after signing in)\n`
          : 'Password  this person has a login already and keeps its password\n'),
    );
  } finally {
    await app.close();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
