import { ENGLISH_NICKNAMES } from './englishNicknames.ts';
import { MORE_NICKNAMES } from './moreNicknames.ts';
import { SPANISH_NICKNAMES } from './spanishNicknames.ts';
import { SPELLING_VARIANTS } from './spellingVariants.ts';

/** Most roots of one name; CHRIS has more, of which the first three count. */
export const MAX_ROOTS = 3;

const rootsByName = new Map<string, readonly string[]>();
for (const group of (ENGLISH_NICKNAMES + MORE_NICKNAMES + SPANISH_NICKNAMES + SPELLING_VARIANTS).split('\n')) {
  const names = group.split(' ');
  const root = names[0] ?? '';
  for (const name of group === '' ? [] : names) {
    const roots = rootsByName.get(name) ?? [];
    // A name is its own first root.
    if (name === root) rootsByName.set(name, [root, ...roots.filter((other) => other !== root)].slice(0, MAX_ROOTS));
    else if (!roots.includes(root) && roots.length < MAX_ROOTS) rootsByName.set(name, [...roots, root]);
  }
}

const NO_ROOTS: readonly string[] = [];

/** Names that the given name may stand for: itself or the names it is a nickname of. Empty for a name without nicknames. */
export function nicknameRoots(given: string | null): readonly string[] {
  return given === null ? NO_ROOTS : (rootsByName.get(given) ?? NO_ROOTS);
}
