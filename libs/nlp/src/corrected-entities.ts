import type {
  AnnotatedEntity,
  Annotation,
  ArticleContent,
  EntityCorrectionV1,
  EntityFace,
  EntityType,
  Quote,
} from '@warta/contracts';
import { byFirstMention, byPosition, faceFacts, stronger, typed } from './corrected-entity.ts';
import type { Printed, Working } from './corrected-entity.ts';
import { CorrectedIds } from './corrected-ids.ts';
import type { CorrectedId } from './corrected-ids.ts';
import { releasedKey } from './corrections-reach.ts';
import { entityId } from './entity-id.ts';
import { spokenKey } from './name-key.ts';
import { judgeSalience, leadEndOf } from './salience.ts';

const CORRECTION = 'correction';

/** The entities and quotes of one text while corrections are applied, one after the other. */
export class CorrectedEntities {
  readonly #body: string;
  readonly #ids = new CorrectedIds();
  readonly #keys = new Map<string, string>();
  readonly #concernedBy = new Set<string>();
  readonly #types = new Map<string, { readonly type: EntityType; readonly by: string }>();
  readonly #entities: Map<string, Working>;
  #textKeys: ReadonlySet<string> | undefined;
  #quotes: readonly Quote[];

  constructor(annotation: Annotation, text: Pick<ArticleContent, 'title' | 'body'>) {
    const fields = { title: text.title ?? '', body: text.body };
    this.#body = text.body;
    this.#quotes = annotation.quotes;
    this.#entities = new Map(
      annotation.entities.map((facts) => [
        facts.id,
        {
          facts,
          printed: facts.mentions.map((mention) => ({
            mention,
            form: fields[mention.field].slice(mention.start, mention.end),
          })),
          isCorrected: false,
          salienceMax: facts.salience,
        },
      ]),
    );
  }

  /**
   * Also called with corrections of entities that are not in this text: who comes to be one of them
   * by another correction is merged or typed as they say.
   *
   * @param names of the correction, as `spokenKey` compares them.
   */
  correct({ correctionId: by, ...said }: EntityCorrectionV1, names: ReadonlySet<string>): void {
    const { change, entityName: name, entityType: type } = said;
    const { entityId: id } = change;
    switch (change.kind) {
      case 'merge':
        return this.#merge(id, change.intoId, change.into, by);
      case 'block':
        return this.#block(id, by);
      case 'retype':
        return this.#retype(id, change.type, by);
      case 'split': {
        if (change.newId === id) return;
        const into = this.#ids.canonicalOutside(change.newId, id);
        return this.#move(id, into, names, by, { name: change.newName, type: change.newType });
      }
      case 'alias-add': {
        if (names.isDisjointFrom(this.#printedKeys())) return;
        const into = this.#ids.canonical(id);
        for (const other of [...this.#entities.keys()]) {
          this.#move(other, into, names, by, { name, ...(type && { type }) });
        }
        return;
      }
      case 'alias-remove':
        return this.#release(id, names, by);
    }
  }

  /** Whether leaving this correction out could change anything. */
  isConcernedBy({ correctionId }: EntityCorrectionV1): boolean {
    return this.#concernedBy.has(correctionId);
  }

  /** Entities in order of first mention, and quotes that name no other. */
  done(): Pick<Annotation, 'entities' | 'quotes'> {
    const all = [...this.#entities.values()];
    for (const one of all) if (one.isCorrected) one.printed.sort(byPosition);
    const spoken = Map.groupBy(this.#quotes, ({ speakerEntityId }) => speakerEntityId);
    const saliences = judgeSalience(
      all.map(({ facts, printed }) => ({
        mentions: printed.map(({ mention }) => mention),
        quotesSpoken: spoken.get(facts.id)?.length ?? 0,
      })),
      leadEndOf(this.#body),
    );
    const entities = all.map(({ facts, printed, isCorrected, salienceMax }, at) => {
      if (!isCorrected) return facts;
      const isMain =
        facts.salience === 'main' || (salienceMax === 'main' && saliences[at] === 'main');
      return {
        ...facts,
        linkedBy: CORRECTION,
        aliases: [...new Set(printed.map(({ form }) => form))],
        salience: isMain ? ('main' as const) : ('passing' as const),
        mentions: printed.map(({ mention }) => mention),
      };
    });
    return { entities: entities.sort(byFirstMention), quotes: [...this.#quotes] };
  }

  #merge(id: string, intoId: string, face: EntityFace | undefined, by: string): void {
    if (id === intoId) return;
    const into = this.#ids.merge(id, intoId, by);
    const from = this.#entities.get(id);
    if (from === undefined || into.id === id) return;
    this.#entities.delete(id);
    const { name, type, salience, role } = from.facts;
    this.#join(into, [...from.printed], face ?? { name, type }, {
      salience,
      salienceMax: salience,
      role,
    });
    this.#concernedBy.add(by);
    this.#quotes = this.#quotes.map((quote) =>
      quote.speakerEntityId === id ? { ...quote, speakerEntityId: into.id } : quote,
    );
  }

  #block(id: string, by: string): void {
    if (!this.#entities.delete(id)) return;
    this.#concernedBy.add(by);
    this.#quotes = this.#quotes.map((quote) => {
      if (quote.speakerEntityId !== id) return quote;
      const { speakerEntityId: _, ...rest } = quote;
      return rest;
    });
  }

  #retype(id: string, type: EntityType, by: string): void {
    this.#types.set(id, { type, by });
    const known = this.#entities.get(id);
    if (known === undefined) return;
    known.facts = typed(known.facts, type);
    known.isCorrected = true;
    this.#concernedBy.add(by);
  }

  /** Whoever was called so is somebody of that name, of whom nothing else is known. */
  #release(id: string, names: ReadonlySet<string>, by: string): void {
    const from = this.#entities.get(id);
    const [name] = (from?.printed ?? [])
      .filter(({ form }) => names.has(this.#keyOf(form)))
      .map(({ form }) => form.replaceAll(/\s+/g, ' '))
      .sort((a, b) => b.length - a.length);
    if (from === undefined || name === undefined) return;
    const { type } = from.facts;
    const local = entityId({ type, name });
    const own = local === id ? entityId({ key: releasedKey(by) }) : local;
    this.#move(id, this.#ids.canonicalOutside(own, id), names, by, { name, type });
  }

  /**
   * Moves the mentions that print one of these names, with the quotes whose speaker they are.
   * @param face of the entity they move to, where the text has none of that id.
   */
  #move(
    id: string,
    into: CorrectedId,
    names: ReadonlySet<string>,
    by: string,
    face: Partial<EntityFace>,
  ): void {
    const from = this.#entities.get(id);
    const isMoved = ({ form }: Printed): boolean => names.has(this.#keyOf(form));
    if (from === undefined || !from.printed.some(isMoved)) return;
    // Without these merges they would have been moved.
    for (const one of into.by) this.#concernedBy.add(one);
    if (id === into.id) return;
    const moved = from.printed.filter(isMoved);
    const isWhole = moved.length === from.printed.length;
    const { salience, role, type, name } = from.facts;
    this.#join(
      into,
      moved,
      { name, type, ...face },
      {
        salience: isWhole ? salience : 'passing',
        salienceMax: from.salienceMax,
        role: isWhole ? role : undefined,
      },
    );
    this.#concernedBy.add(by);
    if (isWhole) {
      this.#entities.delete(id);
    } else {
      from.printed = from.printed.filter((one) => !isMoved(one));
      from.isCorrected = true;
      from.facts = { ...from.facts, salience: 'passing' };
    }
    this.#quotes = this.#quotes.map((quote) => {
      const isTheirs = quote.speakerEntityId === id;
      const isOther = isWhole || names.has(this.#keyOf(quote.speaker ?? ''));
      return isTheirs && isOther ? { ...quote, speakerEntityId: into.id } : quote;
    });
  }

  /** To the entity of that id, which is made when the text has none yet. */
  #join(
    { id, by }: CorrectedId,
    printed: Printed[],
    { name, type, ...rest }: EntityFace,
    more: Pick<AnnotatedEntity, 'salience'> & {
      salienceMax: AnnotatedEntity['salience'];
      role: string | undefined;
    },
  ): void {
    for (const one of by) this.#concernedBy.add(one);
    const { salience, salienceMax } = more;
    const role = more.role === undefined ? {} : { role: more.role };
    const known = this.#entities.get(id);
    if (known !== undefined) {
      known.facts = { ...role, ...known.facts, salience: stronger(known.facts.salience, salience) };
      known.printed = [...known.printed, ...printed];
      known.salienceMax = stronger(known.salienceMax, salienceMax);
      known.isCorrected = true;
      return;
    }
    const retyped = this.#types.get(id);
    if (retyped !== undefined) this.#concernedBy.add(retyped.by);
    const face = faceFacts({ ...rest, name, type: retyped?.type ?? type });
    const facts = { id, ...face, ...role, aliases: [], salience, mentions: [] };
    this.#entities.set(id, { facts, printed, isCorrected: true, salienceMax });
  }

  /** Corrections of names are many; most speak of names that a text does not print. */
  #printedKeys(): ReadonlySet<string> {
    this.#textKeys ??= new Set(
      [...this.#entities.values()].flatMap(({ printed }) =>
        printed.map(({ form }) => this.#keyOf(form)),
      ),
    );
    return this.#textKeys;
  }

  #keyOf(form: string): string {
    let key = this.#keys.get(form);
    if (key === undefined) this.#keys.set(form, (key = spokenKey(form)));
    return key;
  }
}
