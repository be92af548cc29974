import type { Author } from './agency-draft.ts';
import type { FeedElement } from './feed-element.ts';
import { htmlLine } from './html-text.ts';

const EMAIL = /[^\s<>()",;:]{1,64}@[^\s<>()",;:]{1,190}/;

/**
 * A person as RSS writes one in a line: `mail@example.org (Name)`, `Name (mail@example.org)`,
 * `Name <mail@example.org>`, a name, or an address alone.
 */
export function authorOfLine(text: string): Author | undefined {
  // Brackets that hold an address are no tag.
  const plain = text.replace(/<([^<>@\s]{1,64}@[^<>\s]{1,190})>/, '($1)');
  const line = htmlLine(plain);
  const email = EMAIL.exec(line)?.[0];
  const name = (email === undefined ? line : line.replace(email, ' '))
    .replace(/\bmailto:/i, '')
    .replace(/[()<>[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (name === '' && email === undefined) return undefined;
  return { ...(name !== '' && { name }), ...(email !== undefined && { email }) };
}

/** A person construct of Atom: name, address, page. */
export function authorOfPerson(person: FeedElement, role?: string): Author | undefined {
  const name = person.first('name', 'atom:name')?.line;
  const email = person.first('email', 'atom:email')?.line;
  const uri = person.first('uri', 'url', 'homepage', 'atom:uri')?.url();
  if (name === undefined && email === undefined && uri === undefined) {
    return person.children.size > 0 ? undefined : authorOfLine(person.text);
  }
  return {
    ...(name !== undefined && { name }),
    ...(uri !== undefined && { uri }),
    ...(email !== undefined && { email }),
    ...(role !== undefined && { role }),
  };
}

/** Names of those who wrote it, without helpers, each once. */
export function bylineOf(authors: readonly Author[]): string | undefined {
  const names = authors.filter(({ role }) => role === undefined).map(({ name }) => name);
  return [...new Set(names.filter((name) => name !== undefined))].join(', ') || undefined;
}

/** Each only once: feeds say the same author in three vocabularies. */
export function eachOnce(authors: readonly (Author | undefined)[]): Author[] {
  const kept: Author[] = [];
  for (const author of authors) {
    if (author === undefined) continue;
    const same = kept.find(
      ({ name, email }) =>
        (name !== undefined && name.toLowerCase() === author.name?.toLowerCase()) ||
        (name === undefined && email === author.email),
    );
    if (same === undefined) kept.push({ ...author });
    else Object.assign(same, { ...author, ...same });
    // Who is named in a list of thousands wrote nothing.
    if (kept.length >= AUTHORS_MAX) break;
  }
  return kept;
}

const AUTHORS_MAX = 50;
