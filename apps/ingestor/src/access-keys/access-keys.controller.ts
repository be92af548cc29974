import { Body, Controller, Delete, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { CreateKey, KeyCreated, KeyId, KeyList, KeyView } from '@warta/contracts';
import { ApiProblem, ProblemError, RequireScope } from '@warta/service';
import type { FastifyReply } from '@warta/service';
import { KeyRegistry } from './key-registry.ts';

@Controller('v1/keys')
export class AccessKeysController {
  readonly #keys: KeyRegistry;

  constructor(@Inject(KeyRegistry) keys: KeyRegistry) {
    this.#keys = keys;
  }

  @Post()
  @RequireScope('admin')
  @ApiOperation({
    summary: 'Make an API key',
    description: 'Answered once it is known. The key is shown this once: only its hash is kept.',
  })
  @ApiResponse({ status: 201, description: 'Made.', standardSchema: KeyCreated })
  @ApiProblem(400, 'Fields that are not accepted, each by name.')
  async createKey(
    @Body({ schema: CreateKey }) wanted: CreateKey,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<KeyCreated> {
    if (wanted.expiresAt !== undefined && Date.parse(wanted.expiresAt) <= Date.now()) {
      throw new ProblemError(400, 'The body has fields that are not accepted.', {
        errors: [{ pointer: '/expiresAt', detail: 'must lie in the future' }],
      });
    }
    const created = await this.#keys.create(wanted);
    reply.header('location', `/v1/keys/${created.keyId}`);
    return created;
  }

  @Get()
  @RequireScope('admin')
  @ApiOperation({ summary: 'List all API keys, oldest first' })
  @ApiResponse({
    status: 200,
    description: 'Nothing in it opens anything.',
    standardSchema: KeyList,
  })
  listKeys(): KeyList {
    return { keys: this.#keys.list() };
  }

  @Delete(':keyId')
  @RequireScope('admin')
  @ApiOperation({
    summary: 'Revoke an API key',
    description: 'It opens nothing from then on here, and anywhere within 5 seconds.',
  })
  @ApiResponse({ status: 200, description: 'Revoked.', standardSchema: KeyView })
  @ApiProblem(404, 'There is no key with this id.')
  async revokeKey(@Param('keyId', { schema: KeyId }) keyId: string): Promise<KeyView> {
    const revoked = await this.#keys.revoke(keyId);
    if (!revoked) throw new ProblemError(404, `There is no key ${keyId}; GET /v1/keys lists them.`);
    return revoked;
  }
}
