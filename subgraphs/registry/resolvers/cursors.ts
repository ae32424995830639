import { PublicError } from '../../kit/errors/publicError.ts';

const MOST_OF_PAGE = 100;

/** The page that somebody asks for. Throws BAD_USER_INPUT for one that cannot be. */
export function readPage(
  first: number | null | undefined,
  after: string | null | undefined,
): { readonly first: number; readonly before: number | null } {
  const count = first ?? 50;
  if (count < 1 || count > MOST_OF_PAGE) {
    throw new PublicError('BAD_USER_INPUT', `first must be 1 to ${MOST_OF_PAGE}, not ${count}.`);
  }
  if (after == null) return { first: count, before: null };
  const number = Buffer.from(after, 'base64url').toString();
  if (!/^\d{1,15}$/.test(number)) {
    throw new PublicError('BAD_USER_INPUT', 'The cursor is not valid. Use a cursor from a page of this list.');
  }
  return { first: count, before: Number(number) };
}

/** A page of rows that were read with one more than was asked for. */
export function connectionOf<Row extends { readonly number: number }>(rows: readonly Row[], first: number) {
  const edges = rows.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

function cursorOf({ number }: { readonly number: number }): string {
  return Buffer.from(String(number)).toString('base64url');
}
