/** Problems that one message names. */
const MOST = 3;
const MOST_CHARACTERS = 400;

/** Lists the first problems in one line of some 400 characters: gateways pass on short, plain text only. */
export function listProblems(problems: readonly string[]): string {
  const named = problems.slice(0, MOST);
  const room = Math.floor(MOST_CHARACTERS / Math.max(1, named.length));
  const more = problems.length > MOST ? `; and ${problems.length - MOST} more` : '';
  return `${named.map((problem) => problem.replaceAll(/\s+/g, ' ').slice(0, room)).join('; ')}${more}`;
}
