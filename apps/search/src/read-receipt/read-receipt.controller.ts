import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ReceiptView } from '@warta/contracts';
import type { ReceiptPayload } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import {
  allowsFeed,
  allowsScope,
  ApiProblem,
  CurrentCaller,
  ProblemError,
  RequireAnyScope,
  SignedTokens,
  unavailable,
} from '@warta/service';
import type { Caller } from '@warta/service';
import { z } from 'zod';
import { readReceipt } from './read-receipt.ts';
import { ReceiptSources } from './receipt-sources.ts';

/** A receipt of another stack on the same keys is none of ours. */
export class ReceiptTokens {
  readonly #tokens: SignedTokens<ReceiptPayload>;
  readonly #topic: string;

  constructor(tokens: SignedTokens<ReceiptPayload>, topic: string) {
    this.#tokens = tokens;
    this.#topic = topic;
  }

  verify(receipt: string): ReceiptPayload | undefined {
    const payload = this.#tokens.verify(receipt);
    return payload?.topic === this.#topic ? payload : undefined;
  }
}

@Controller('v1/receipts')
export class ReadReceiptController {
  readonly #tokens: ReceiptTokens;
  readonly #sources: ReceiptSources;

  constructor(
    @Inject(ReceiptTokens) tokens: ReceiptTokens,
    @Inject(ReceiptSources) sources: ReceiptSources,
  ) {
    this.#tokens = tokens;
    this.#sources = sources;
  }

  @Get(':receipt')
  @RequireAnyScope('search:read', 'articles:write', 'admin')
  @ApiOperation({ summary: 'How far the push has come that this receipt was given for.' })
  @ApiResponse({ status: 200, standardSchema: ReceiptView })
  @ApiProblem(404, 'Not a receipt of this stack, or one signed by a key that has been removed.')
  async readReceipt(
    @Param('receipt', { schema: z.string() }) receipt: string,
    @CurrentCaller() caller: Caller,
  ): Promise<ReceiptView> {
    const payload = this.#tokens.verify(receipt);
    if (payload === undefined) throw new ProblemError(404, 'There is no such receipt.');
    const mayRead = allowsScope(caller, 'search:read') || allowsScope(caller, 'admin');
    if (!mayRead && !allowsFeed(caller, payload.feed)) {
      throw new ProblemError(403, `The key does not count for the feed ${payload.feed}.`);
    }
    try {
      return await readReceipt(payload, this.#sources);
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
      const detail = 'How far the push is cannot be told just now; ask for the receipt again.';
      throw unavailable(detail, error);
    }
  }
}
