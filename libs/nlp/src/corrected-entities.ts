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
import { entityId } from './entity-id.ts';
import { plainKey } from './name-key.ts';
import { judgeSalience, leadEndOf } from './salience.ts';

const CORRECTION = 'correction';

/** The entities and quotes of one text while corrections are applied, one after the other. */
export class CorrectedEntities {
  readonly #body: string;
  readonly #ids = new CorrectedIds();
  readonly #keys = new Map<string, string>();
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
   * Whether the correction concerns an entity of this text. Also called when it does not: an entity
   * that comes to be by a later one has to be known by its new name and type.
   *
   * @param names of the correction, as `plainKey` compares them.
   */
  correct(correction: EntityCorrectionV1, names: ReadonlySet<string>): boolean {
    const { change, entityName: name, entityType: type } = correction;
    const { entityId: id } = change;
    switch (change.kind) {
      case 'merge':
        return this.#merge(id, change.intoId, change.into);
      case 'block':
        return this.#block(id);
      case 'retype':
        return this.#retype(id, { name, type: change.type });
      case 'split': {
        if (change.newId === id) return false;
        this.#ids.introduce(change.newId, { name: change.newName, type: change.newType });
        return this.#move(id, this.#ids.canonicalOutside(change.newId, id), names);
      }
      case 'alias-add': {
        if (type !== undefined) this.#ids.introduce(id, { name, type });
        const into = this.#ids.canonical(id);
        if (names.isDisjointFrom(this.#printedKeys())) return false;
        const others = [...this.#entities.keys()].filter((one) => one !== into);
        return others.map((one) => this.#move(one, into, names, name)).includes(true);
      }
      case 'alias-remove':
        return this.#release(id, names, correction.correctionId);
    }
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

  #merge(id: string, intoId: string, face: EntityFace | undefined): boolean {
    if (id === intoId) return false;
    if (face !== undefined) this.#ids.introduce(intoId, face);
    const into = this.#ids.merge(id, intoId);
    const from = this.#entities.get(id);
    if (from === undefined) return false;
    this.#entities.delete(id);
    this.#join(into, from, from.printed, from.facts.salience, from.facts.salience);
    this.#quotes = this.#quotes.map((quote) =>
      quote.speakerEntityId === id ? { ...quote, speakerEntityId: into } : quote,
    );
    return true;
  }

  #block(id: string): boolean {
    if (!this.#entities.delete(id)) return false;
    this.#quotes = this.#quotes.map((quote) => {
      if (quote.speakerEntityId !== id) return quote;
      const { speakerEntityId: _, ...rest } = quote;
      return rest;
    });
    return true;
  }

  #retype(id: string, face: { name: string; type: EntityType }): boolean {
    this.#ids.retype(id, face);
    const known = this.#entities.get(id);
    if (known === undefined) return false;
    known.facts = typed(known.facts, face.type);
    known.isCorrected = true;
    return true;
  }

  /** Whoever was called so is somebody of that name, of whom nothing else is known. */
  #release(id: string, names: ReadonlySet<string>, correctionId: string): boolean {
    const from = this.#entities.get(id);
    const [form] = (from?.printed ?? [])
      .filter((one) => names.has(this.#keyOf(one.form)))
      .map((one) => one.form.replaceAll(/\s+/g, ' '))
      .sort((a, b) => b.length - a.length);
    if (from === undefined || form === undefined) return false;
    const local = entityId({ type: from.facts.type, name: form });
    const own = local === id ? entityId({ key: `${CORRECTION}:${correctionId}` }) : local;
    this.#ids.introduce(own, { name: form, type: from.facts.type });
    return this.#move(id, this.#ids.canonicalOutside(own, id), names);
  }

  /**
   * Moves the mentions that print one of these names, with the quotes whose speaker they are.
   * @param name of the entity they move to, when nothing else is known of it.
   */
  #move(id: string, into: string, names: ReadonlySet<string>, name?: string): boolean {
    const from = this.#entities.get(id);
    const isMoved = ({ form }: Printed): boolean => names.has(this.#keyOf(form));
    if (from === undefined || id === into || !from.printed.some(isMoved)) return false;
    const moved = from.printed.filter(isMoved);
    const isWhole = moved.length === from.printed.length;
    const { salience } = from.facts;
    const donor = name === undefined ? from : { ...from, facts: { ...from.facts, name } };
    this.#join(into, donor, moved, isWhole ? salience : 'passing', salience, isWhole);
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
      return isTheirs && isOther ? { ...quote, speakerEntityId: into } : quote;
    });
    return true;
  }

  /** To the entity of that id, which is made when the text has none yet. */
  #join(
    id: string,
    from: Working,
    printed: readonly Printed[],
    salience: AnnotatedEntity['salience'],
    salienceMax: AnnotatedEntity['salience'],
    withRole = true,
  ): void {
    const known = this.#entities.get(id);
    const role = withRole && from.facts.role !== undefined ? { role: from.facts.role } : {};
    if (known !== undefined) {
      known.facts = { ...role, ...known.facts, salience: stronger(known.facts.salience, salience) };
      known.printed = [...known.printed, ...printed];
      known.salienceMax = stronger(known.salienceMax, salienceMax);
      known.isCorrected = true;
      return;
    }
    const { name, type } = from.facts;
    const face = this.#ids.faceOf(id) ?? { name, type };
    this.#entities.set(id, {
      facts: { id, ...faceFacts(face), ...role, aliases: [], salience, mentions: [] },
      printed: [...printed],
      isCorrected: true,
      salienceMax,
    });
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
    if (key === undefined) this.#keys.set(form, (key = plainKey(form)));
    return key;
  }
}
