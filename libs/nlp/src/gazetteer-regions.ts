/**
 * Regions, seas and former states: Wikidata id, name, other names. Own table. Row syntax: see
 * gazetteer-row.ts.
 */
export const regionRows = `
|~Barat|
Q34800|Xinjiang|
Q17252|Tibet|
Q15180|Uni Soviet|Soviet Union
Q36678|Tepi Barat|West Bank
|Semenanjung Korea|Korean Peninsula
Q37660|Laut China Selatan|Laut Cina Selatan;South China Sea
Q7835|Krimea|Crimea
|Darfur|
Q43100|Kashmir|
Q7204|Timur Tengah|Middle East
Q11708|Asia Tenggara|Southeast Asia
Q15|Afrika|Africa
Q46|Eropa|Europe
Q48|Asia|
Q12585|Amerika Latin|Latin America
`;
