import { Body, Controller, Get, Put } from '@nestjs/common';
import { KeySettings as Settings, keySettingsPath } from '@toonbank/keys/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { KeySettings } from './key-settings';

/** How the agency renews keys. */
@Controller(keySettingsPath)
export class KeySettingsController {
  constructor(private readonly settings: KeySettings) {}

  @Get()
  @Needs('keys:write')
  @Returns(Settings)
  read(@InScope() scope: Scope): Promise<Settings> {
    return this.settings.get(scope);
  }

  @Put()
  @Needs('settings:write')
  @Returns(Settings)
  change(
    @InScope() scope: Scope,
    @Body({ schema: Settings }) settings: Settings,
  ): Promise<Settings> {
    return this.settings.change(scope, settings);
  }
}
