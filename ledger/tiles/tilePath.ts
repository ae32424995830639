import { TILE_WIDTH } from './tile.ts';

/**
 * Path of a tile or bundle of entries. The index is split into groups of three digits (1234067 is `x001/x234/067`); a
 * tile that is not full includes its width. See https://c2sp.org/tlog-tiles.
 */
export function tilePath(level: number | 'entries', index: number, width: number): string {
  const groups = index
    .toString()
    .padStart(Math.ceil(index.toString().length / 3) * 3, '0')
    .match(/.{3}/g);
  const path = (groups ?? []).map((group, at, all) => (at < all.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}
