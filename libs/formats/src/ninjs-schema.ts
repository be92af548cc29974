import type { z } from 'zod';
import { generation1 } from './ninjs-generation-1.ts';
import { generation2 } from './ninjs-generation-2.ts';
import { generation3 } from './ninjs-generation-3.ts';
import type { NinjsVersion } from './ninjs-versions.ts';

/**
 * What each version of ninjs allows, as its schema says it: which fields, of which types, and no
 * others. The schemas name formats of dates and URIs without holding anybody to them, so neither do
 * these. Source: https://iptc.org/std/ninjs/ (generations 1, 2 and 3, and the two drafts with advices).
 */
export function ninjsSchema(version: NinjsVersion): z.ZodType {
  const known = schemas.get(version) ?? schemaOf(version);
  schemas.set(version, known);
  return known;
}

const schemas = new Map<NinjsVersion, z.ZodType>();

function schemaOf(version: NinjsVersion): z.ZodType {
  const isDraft = version.endsWith('-dev');
  const minor = Number(version.charAt(2));
  if (version.startsWith('1.')) return generation1(minor, isDraft);
  if (version.startsWith('2.')) return generation2(minor, isDraft);
  return generation3(minor);
}
