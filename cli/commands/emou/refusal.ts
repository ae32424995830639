import { z } from 'zod';
import { CliError } from '../../cliError.ts';

/** Reason why nothing has changed; null after a success. */
export const REFUSAL_FIELDS = 'refusal { code because remedy }';
export const Refusal = z.object({ code: z.string(), because: z.string(), remedy: z.string().nullable() }).nullable();

export function throwRefusal(refusal: z.infer<typeof Refusal>): void {
  if (refusal === null) return;
  const { code, because, remedy } = refusal;
  throw new CliError(`${code}: ${because}${remedy === null ? '' : `\n${remedy}`}`);
}
