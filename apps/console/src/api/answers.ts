import type { components, operations } from '@warta/client';

/** The answers of the service by the names that the pages use for them. */
type Schemas = components['schemas'];
export type ArticleHit = Schemas['ArticleHit'];
export type ArticleView = Schemas['ArticleView'];
export type SearchAnswer = Schemas['SearchAnswer'];
export type FacetCounts = Schemas['FacetCounts'];
export type Attention = Schemas['Attention'];
export type Significant = Schemas['Significant'];
export type QueryExplanation = Schemas['QueryExplanation'];
export type RevisionDiff = Schemas['RevisionDiff'];
export type ArticleRevision = Schemas['ArticleRevision'];
export type DuplicateMember = Schemas['DuplicateMember'];
export type EntityFound = Schemas['EntityFound'];
export type EntityView = Schemas['EntityView'];
export type EntityNeighbour = Schemas['EntityNeighbour'];
export type EntityPairView = Schemas['EntityPairView'];
export type QuoteHit = Schemas['QuoteHit'];
export type CorrectEntity = Schemas['CorrectEntity'];
export type CorrectionView = Schemas['CorrectionView'];
export type Operations = Schemas['Operations'];
export type PassedOverArticles = Schemas['PassedOverArticles'];
export type DeadLetterView = Schemas['DeadLetterView'];
export type SavedSearch = Schemas['SavedSearch'];
export type SaveSearch = Schemas['SaveSearch'];
export type BackTest = Schemas['BackTest'];
export type Alert = Schemas['Alert'];
export type AlertEvent = Schemas['AlertEvent'];
export type AlertThread = Schemas['AlertThread'];
export type StreamedAlert = Schemas['StreamedAlert'];
export type Delivery = Schemas['Delivery'];
export type Webhook = Schemas['Webhook'];

export type SearchParameters = NonNullable<operations['searchArticles']['parameters']['query']>;
