import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { exportFilePath, ExportLook, ExportToken } from '@toonbank/exports/contract';
import { Public, Returns, ReturnsFile } from '@toonbank/platform/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExportFiles } from './export-files';

/** What somebody who holds a link may do before they are anybody. No log has the token. */
@Controller(exportFilePath)
export class ExportFileController {
  constructor(private readonly files: ExportFiles) {}

  /** What the link opens, without using it up. */
  @Post()
  @Public('the signed token of the link says which file')
  @Returns(ExportLook)
  look(@Body({ schema: ExportToken }) { token }: ExportToken): Promise<ExportLook> {
    return this.files.look(token);
  }

  /** The file. Once it was sent whole, the link opens nothing any more. */
  @Get()
  @Public('the signed token of the link says which file')
  @ReturnsFile('application/octet-stream')
  send(
    @Query({ schema: ExportToken }) { token }: ExportToken,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.files.send(token, request, reply);
  }
}
