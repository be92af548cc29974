import { EntitySchema } from 'typeorm';

/** What an article is compared by, and what it was found to repeat. bigint columns are text. */
export interface FingerprintRow {
  article_id: string;
  /** Of its first push, in milliseconds. */
  arrival_ms: string;
  /** Null, with all that is made of a text, while the article is held or withheld. */
  content_hash: string | null;
  mark: string | null;
  text_hash: string | null;
  address_hash: string | null;
  /** 32-bit numbers, big-endian. */
  sketch: Buffer | null;
  bands: string[] | null;
  at_ms: string | null;
  lead_id: string | null;
  lead_mark: string | null;
  similarity: number | null;
  kind: 'exact' | 'near' | null;
}

export const FingerprintEntity = new EntitySchema<FingerprintRow>({
  name: 'fingerprint',
  columns: {
    article_id: { type: 'uuid', primary: true },
    arrival_ms: { type: 'bigint' },
    content_hash: { type: 'text', nullable: true },
    mark: { type: 'text', nullable: true },
    text_hash: { type: 'text', nullable: true },
    address_hash: { type: 'text', nullable: true },
    sketch: { type: 'bytea', nullable: true },
    bands: { type: 'bigint', array: true, nullable: true },
    at_ms: { type: 'bigint', nullable: true },
    lead_id: { type: 'uuid', nullable: true },
    lead_mark: { type: 'text', nullable: true },
    similarity: { type: 'double precision', nullable: true },
    kind: { type: 'text', nullable: true },
  },
  indices: [
    { name: 'fingerprint_of_leads', columns: ['bands'], synchronize: false },
    { name: 'fingerprint_of_followers', columns: ['bands'], synchronize: false },
    { name: 'fingerprint_lead', columns: ['lead_id'], where: 'lead_id is not null' },
  ],
  checks: [
    { name: 'fingerprint_kind', expression: `kind in ('exact', 'near')` },
    {
      name: 'fingerprint_empty_has_no_lead',
      expression: 'content_hash is not null or lead_id is null',
    },
  ],
});
