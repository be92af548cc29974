/** A column of a batch: its Postgres type and its value in a row. */
export type Columns<Row> = Readonly<
  Record<string, readonly [type: string, value: (row: Row) => unknown]>
>;

/**
 * Rows as one parameter per column, for `insert into … select … from <sql>`: a batch of any size
 * is one prepared statement and one round trip.
 *
 * `sql` is a subquery named `given` with the columns under their names. Values that are arrays
 * (types ending in `[]`) travel as text, because unnest would take nested arrays apart.
 * @param firstParameter number of the first of `parameters` in the statement.
 */
export function unnest<Row>(
  rows: readonly Row[],
  columns: Columns<Row>,
  firstParameter = 1,
): { sql: string; parameters: unknown[][] } {
  const names = Object.keys(columns);
  const types = names.map((name) => columns[name]?.[0] ?? 'text');
  const arrays = types.map((type, at) => {
    return `$${firstParameter + at}::${type.endsWith('[]') ? 'text' : type}[]`;
  });
  const casts = names.map((name, at) => {
    return types[at]?.endsWith('[]') ? `${name}::${types[at]} as ${name}` : name;
  });
  const parameters = names.map((name) => {
    const value = columns[name]?.[1] ?? (() => null);
    return rows.map((row) => {
      const cell = value(row) ?? null;
      return Array.isArray(cell) ? arrayLiteral(cell) : cell;
    });
  });
  const list = casts.join(', ');
  const raw = `unnest(${arrays.join(', ')}) as raw(${names.join(', ')})`;
  return { sql: `(select ${list} from ${raw}) as given`, parameters };
}

function arrayLiteral(values: readonly unknown[]): string {
  const elements = values.map((value) =>
    typeof value === 'number' ? String(value) : `"${String(value).replace(/["\\]/g, '\\$&')}"`,
  );
  return `{${elements.join(',')}}`;
}
