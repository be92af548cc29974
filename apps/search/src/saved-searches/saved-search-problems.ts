import { ProblemError } from '@warta/service';

const told = (status: number, en: string, id: string) =>
  new ProblemError(status, en, { translations: { id: { detail: id } } });

/** Why nothing became of what was asked of a saved search, in both languages. */
export const savedSearchProblems = {
  unknown: (id: string) =>
    told(
      404,
      `There is no saved search ${id}; GET /v1/searches lists them.`,
      `Tidak ada pencarian tersimpan ${id}; GET /v1/searches mendaftarnya.`,
    ),
  full: (max: number) =>
    told(
      409,
      `A team may have ${max} saved searches: delete one that is not needed.`,
      `Satu tim boleh memiliki ${max} pencarian tersimpan: hapus satu yang tidak diperlukan.`,
    ),
  paused: () =>
    told(
      409,
      'The search is paused, and matches nothing: resume it first.',
      'Pencarian ini dijeda dan tidak mencocokkan apa pun: lanjutkan dahulu.',
    ),
  outdated: () =>
    told(
      412,
      'The search was changed since it was read: read it again.',
      'Pencarian ini sudah diubah sejak dibaca: baca lagi.',
    ),
};
