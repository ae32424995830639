/** Damerau-Levenshtein distance by the definition (Lowrance and Wagner, 1975), to check the fast functions against. */
export function damerauLevenshtein(a: string, b: string): number {
  const width = b.length + 2;
  const distance = new Int32Array((a.length + 2) * width);
  const at = (row: number, column: number): number => distance[row * width + column] ?? 0;
  distance[0] = a.length + b.length;
  for (let row = 0; row <= a.length; row++) {
    distance[(row + 1) * width] = a.length + b.length;
    distance[(row + 1) * width + 1] = row;
  }
  for (let column = 0; column <= b.length; column++) {
    distance[column + 1] = a.length + b.length;
    distance[width + column + 1] = column;
  }
  const lastRow = new Map<string, number>();
  for (let row = 1; row <= a.length; row++) {
    let lastColumn = 0;
    for (let column = 1; column <= b.length; column++) {
      const matchingRow = lastRow.get(b.charAt(column - 1)) ?? 0;
      const matchingColumn = lastColumn;
      const same = a[row - 1] === b[column - 1];
      if (same) lastColumn = column;
      distance[(row + 1) * width + column + 1] = Math.min(
        at(row, column) + (same ? 0 : 1),
        at(row + 1, column) + 1,
        at(row, column + 1) + 1,
        at(matchingRow, matchingColumn) + (row - matchingRow - 1) + 1 + (column - matchingColumn - 1),
      );
    }
    lastRow.set(a.charAt(row - 1), row);
  }
  return at(a.length + 1, b.length + 1);
}
