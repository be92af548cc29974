import type { FaultLanguage, FaultTexts } from '../query-language/query-faults.ts';

/** Each of the languages of a reason: it is shown to people, and is not the whole answer of a server. */
const REASON_LENGTH_MAX = 500;

const simpler: FaultTexts = {
  en: 'Make it simpler and save it again.',
  id: 'Sederhanakan lalu simpan lagi.',
};

const notSearched = (en: string, id: string): FaultTexts => ({
  en: `It could not be searched for: ${en}. ${simpler.en}`,
  id: `Tidak dapat dicari: ${id}. ${simpler.id}`,
});

/** Why a saved search is not matched, and what to do about it: the one place for these texts. */
export const searchTroubles = {
  tooManyParts: () =>
    notSearched(
      'it has too many words, names or beginnings of words',
      'kata, nama, atau awal katanya terlalu banyak',
    ),
  tooSlow: () => notSearched('it took too long', 'terlalu lama'),
  refused: () => notSearched('the index refused it', 'indeks menolaknya'),
  notUnderstood: ({ en, id }: FaultTexts) => ({
    en: `It can no longer be understood: ${en}`,
    id: `Tidak dapat dipahami lagi: ${id}`,
  }),
  unknown: () => ({ en: 'It could not be searched for.', id: 'Tidak dapat dicari.' }),
  waiting: ({ en, id }: FaultTexts, pushes: number) => ({
    en: `${en} About ${pushes} pushes wait to be matched later.`,
    id: `${id} Sekitar ${pushes} kiriman menunggu dicocokkan nanti.`,
  }),
  toldEnough: (max: number) => ({
    en:
      `It told ${max} things today, as many as it may: the rest is told from 00:00 UTC on. ` +
      'Make it narrower; what is saved anew begins at once.',
    id:
      `Hari ini sudah ${max} hal diberitahukan, sebanyak yang boleh: sisanya diberitahukan mulai 00:00 UTC. ` +
      'Persempitlah; yang disimpan ulang langsung berlaku.',
  }),
} as const satisfies Record<string, (...given: never[]) => FaultTexts>;

/** Of any error what people are told, in each language where it has more than one. */
export function textsOf(error: Error): FaultTexts {
  const texts = 'texts' in error ? (error.texts as FaultTexts | undefined) : undefined;
  return texts ?? { en: error.message, id: error.message };
}

/** A reason as its column of text keeps it. */
export function storedReason({ en, id }: FaultTexts): string {
  const kept = (text: string) =>
    text.slice(0, REASON_LENGTH_MAX).replaceAll('\0', '').toWellFormed();
  return JSON.stringify({ en: kept(en), id: kept(id) });
}

/** A reason from its column. What was written before there were languages is English. */
export function readReason(stored: string | null): FaultTexts {
  if (stored === null) return searchTroubles.unknown();
  if (!stored.startsWith('{"en":')) return { en: stored, id: stored };
  return JSON.parse(stored) as FaultTexts;
}

/** What is told of the reason of a search that is failing. */
export function failureIn(
  language: FaultLanguage,
  stored: string | null,
  waitingPushes: number,
): string {
  const reason = readReason(stored);
  return (waitingPushes === 0 ? reason : searchTroubles.waiting(reason, waitingPushes))[language];
}
