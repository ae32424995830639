/** A path in the response: response keys and positions in lists. */
type Path = readonly (string | number)[];

/** An item of a list that was left out because the requester may not know about it. Positions are those of the data. */
export interface LeftOut {
  readonly list: Path;
  readonly index: number;
}

/**
 * What is reported about places, with the positions of the lists as they are sent. What is reported about an item that
 * was left out is dropped: it would reveal the item.
 *
 * @param reports with paths in the data as it came from the agencies; one without a path is about no place
 */
export function asSent<Report extends { readonly path?: Path }>(
  reports: readonly Report[],
  leftOut: readonly LeftOut[],
): readonly Report[] {
  if (leftOut.length === 0 || reports.length === 0) return reports;
  const indexesByList = new Map<string, number[]>();
  for (const { list, index } of leftOut) {
    const key = JSON.stringify(list);
    const existing = indexesByList.get(key);
    if (existing === undefined) indexesByList.set(key, [index]);
    else existing.push(index);
  }
  return reports.flatMap((report) => {
    if (report.path === undefined) return [report];
    const path = pathAsSent(report.path, indexesByList);
    return path === undefined ? [] : [{ ...report, path }];
  });
}

function pathAsSent(path: Path, indexesByList: ReadonlyMap<string, readonly number[]>): Path | undefined {
  const sent: (string | number)[] = [];
  for (const [depth, part] of path.entries()) {
    const indexes = typeof part === 'number' ? indexesByList.get(JSON.stringify(path.slice(0, depth))) : undefined;
    if (typeof part !== 'number' || indexes === undefined) sent.push(part);
    else if (indexes.includes(part)) return undefined;
    else sent.push(part - indexes.filter((index) => index < part).length);
  }
  return sent;
}
