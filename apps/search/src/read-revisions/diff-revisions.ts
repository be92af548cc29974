import type { RevisionDiff } from '@warta/contracts';
import { textOf } from '../article-index/article-document.ts';
import type { RevisionDocument } from '../revisions-index/revision-document.ts';
import { diffTexts, hunksOf } from './diff-texts.ts';
import { TYPED_CHANGES_MAX, typedChanges } from './typed-changes.ts';
import type { ComparedState } from './typed-changes.ts';

/** What changed from one state of an article to another, by its words and by its meaning. Pure. */
export function diffRevisions(from: RevisionDocument, to: RevisionDocument): RevisionDiff {
  const [before, after] = [comparedOf(from), comparedOf(to)];
  const title = diffTexts(before.title ?? '', after.title ?? '');
  const body = diffTexts(before.body, after.body);
  // In a text that is exchanged as a whole no place corresponds to another.
  const changes = typedChanges(before, after, body.by === 'whole' ? [] : hunksOf(body.parts));
  return {
    id: to.articleId,
    from: sideOf(from),
    to: sideOf(to),
    by: body.by,
    title: title.parts,
    body: body.parts,
    changes: changes.slice(0, TYPED_CHANGES_MAX),
    complete: changes.length <= TYPED_CHANGES_MAX,
  };
}

function comparedOf({ title, body, annotation }: RevisionDocument): ComparedState {
  return { title: textOf(title), body: textOf(body) ?? '', annotation };
}

function sideOf({ rev, revision, validFrom }: RevisionDocument): RevisionDiff['from'] {
  return { rev, revision, from: validFrom };
}
