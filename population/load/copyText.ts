/** Value of a column; dates are text. */
export type CopyValue = string | number | boolean | null | readonly string[];

/** One row in the text format of COPY: tab between columns, line feed at the end, `\N` for null. */
export function copyText(values: readonly CopyValue[]): string {
  let line = '';
  for (let column = 0; column < values.length; column++) {
    if (column > 0) line += '\t';
    line += copyValue(values[column] ?? null);
  }
  return `${line}\n`;
}

function copyValue(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return value.length === 0 ? '{}' : escaped(`{${value.map(arrayElement).join(',')}}`);
}

/** An element of an array literal, always in quotes, so that NULL, commas and braces are text. */
function arrayElement(element: string): string {
  return `"${element.replace(/["\\]/g, '\\$&')}"`;
}

// The four that end a column, a row or an escape.
const SPECIAL = /[\\\t\n\r]/;

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r');
}
