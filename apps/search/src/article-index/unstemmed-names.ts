/**
 * Names that a stemmer would turn into another word: Maluku becomes malu (shame), Kediri diri
 * (self), Paris pari. Lower case, without accents. Only names that are no common word, and only
 * those that the Indonesian or the English stemmer changes. Part of the index's analysis.
 */
export const unstemmedNames: readonly string[] = [
  // Indonesia
  ...['kepulauan', 'kalimantan', 'selatan', 'maluku', 'pekanbaru', 'balikpapan', 'kendari'],
  ...['ternate', 'merauke', 'manokwari', 'sukabumi', 'pekalongan', 'kediri', 'pasuruan'],
  ...['banyuwangi', 'lamongan', 'magetan', 'pacitan', 'pamekasan', 'bangkalan', 'banggai', 'ende'],
  // Countries and cities abroad
  ...['brunei', 'pakistan', 'afganistan', 'saudi', 'yunani', 'meksiko', 'teheran', 'paris'],
  ...['philippines', 'netherlands', 'honduras', 'cyprus', 'athens', 'laos', 'maldives', 'wales'],
  ...['brussels', 'texas', 'illinois', 'arkansas', 'kansas', 'massachusetts', 'angeles', 'vegas'],
  ...['dallas', 'damascus', 'mauritius', 'belarus', 'beijing', 'turkey', 'france', 'bermuda'],
  ...['andes', 'maine', 'aires', 'abadan'],
  // People and organisations
  ...['jokowi', 'megawati', 'soekarnoputri', 'baswedan', 'pandjaitan', 'marsudi', 'mulyani'],
  ...['karnavian', 'abdurrahman', 'kurniawan', 'setiawan', 'gunawan', 'hermawan', 'darmawan'],
  ...['irawan', 'mulyadi', 'rahmayadi', 'zelensky', 'reuters', 'hamas', 'google', 'apple'],
  ...['boeing', 'airbus', 'johannes', 'anies', 'anis', 'abadi', 'permata', 'tuanku', 'denis'],
  ...['federer', 'frances'],
];
