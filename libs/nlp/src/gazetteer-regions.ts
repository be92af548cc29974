/**
 * Regions, seas and former states: Wikidata id, name, other names. Own table. Row syntax: see
 * gazetteer-row.ts.
 */
export const regionRows = `
|~Barat|
|Xinjiang|
|Tibet|
|Uni Soviet|Soviet Union
|Tepi Barat|West Bank
|Semenanjung Korea|Korean Peninsula
|Laut China Selatan|Laut Cina Selatan;South China Sea
|Krimea|Crimea
|Darfur|
|Kashmir|
|Timur Tengah|Middle East
|Asia Tenggara|Southeast Asia
|Afrika|Africa
|Eropa|Europe
|Asia|
|Amerika Latin|Latin America
`;
