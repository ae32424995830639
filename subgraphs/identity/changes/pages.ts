import { z } from 'zod';
import { isUuid } from '../../../schema/values/uuid.ts';
import { PublicError } from '../../kit/errors/publicError.ts';

const MOST_OF_PAGE = 100;

/** How many rows a page has. Throws BAD_USER_INPUT for a number that cannot be. */
export function pageSize(first: number | null | undefined): number {
  const count = first ?? 20;
  if (count < 1 || count > MOST_OF_PAGE) {
    throw new PublicError('BAD_USER_INPUT', `first must be 1 to ${MOST_OF_PAGE}, not ${count}.`);
  }
  return count;
}

/** A position in a list: the row's sort keys and its id. */
export function writeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

const Uuid = z.string().refine(isUuid);
const ReviewPosition = z.tuple([z.number().int(), z.iso.date(), Uuid]);
const ChangePosition = z.tuple([z.iso.datetime(), Uuid]);

export const readReviewCursor = (text: string): readonly [number, string, string] => parse(ReviewPosition, text);
export const readChangeCursor = (text: string): readonly [string, string] => parse(ChangePosition, text);

function parse<Position>(shape: z.ZodType<Position>, text: string): Position {
  try {
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw new PublicError('BAD_USER_INPUT', 'The cursor is not valid. Use a cursor from a page of this list.');
  }
}
