/** A unit of measure as the Unified Code for Units of Measure (UCUM) writes it. */
type Unit = readonly [code: string, names: string];

// Names of more than one word stand with a space; names are parted by "|".
const rows: readonly Unit[] = [
  ['km', 'kilometer|kilometers|kilometre|kilometres|km'],
  ['m', 'meter|meters|metre|metres'],
  ['cm', 'sentimeter|centimeter|centimeters|centimetre|centimetres|cm'],
  ['mm', 'milimeter|millimeter|millimeters|millimetre|millimetres|mm'],
  ['[mi_i]', 'mil|mile|miles'],
  ['[ft_i]', 'kaki|foot|feet'],
  ['[in_i]', 'inci|inch|inches'],
  ['km2', 'kilometer persegi|square kilometers|square kilometres|km persegi|km2|km²|sq km'],
  ['m2', 'meter persegi|square meters|square metres|m2|m²'],
  ['m3', 'meter kubik|cubic meters|cubic metres|m3|m³'],
  ['[mi_i]2', 'mil persegi|square miles'],
  ['har', 'hektare|hektar|hectare|hectares|ha'],
  ['[acr_us]', 'acre|acres'],
  ['t', 'ton|tonne|tonnes|metric tons'],
  ['kg', 'kilogram|kilograms|kilo|kg'],
  ['g', 'gram|grams|gr'],
  ['mg', 'miligram|milligram|milligrams|mg'],
  ['ug', 'mikrogram|microgram|micrograms'],
  ['L', 'liter|liters|litre|litres'],
  ['mL', 'mililiter|milliliter|milliliters|ml'],
  ['cm3', 'cc'],
  ['[bbl_us]', 'barel|barrel|barrels'],
  ['km/h', 'kilometer per jam|km per jam|km/jam|kilometers per hour|kilometres per hour|km/h|kph'],
  ['[mi_i]/h', 'mil per jam|miles per hour|mph'],
  ['Cel', 'derajat celsius|derajat celcius|degrees celsius|°c'],
  ['[degF]', 'derajat fahrenheit|degrees fahrenheit|°f'],
  ['W', 'watt|watts'],
  ['kW', 'kilowatt|kilowatts|kw'],
  ['MW', 'megawatt|megawatts'],
  ['GW', 'gigawatt|gigawatts'],
  ['kW.h', 'kwh|kilowatt-hours'],
  ['mA.h', 'mah'],
  ['GBy', 'gb|gigabyte|gigabytes'],
  ['MBy', 'mb|megabyte|megabytes'],
  ['TBy', 'tb|terabyte|terabytes'],
  ['a', 'tahun|year|years'],
  ['mo', 'bulan|month|months'],
  ['wk', 'pekan|minggu|week|weeks'],
  ['d', 'hari|day|days'],
  ['h', 'jam|hour|hours'],
  ['min', 'menit|minute|minutes'],
  ['s', 'detik|second|seconds'],
];

/** UCUM codes by the unit's name in lower case. */
export const unitsOfMeasure: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
);

/** UCUM codes by marks that mean it only as they are written here: "3 m" is no "3 M". */
export const unitMarks: ReadonlyMap<string, string> = new Map([
  ['m', 'm'],
  ['l', 'L'],
  ['L', 'L'],
  ['g', 'g'],
  ['MW', 'MW'],
  ['GW', 'GW'],
  ['W', 'W'],
]);
