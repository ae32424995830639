/** A person's decision about two records: they are, or are not, of one person. */
export interface LinkDecision {
  /** Names the decision in messages. */
  readonly id: string;
  readonly kind: 'LINK' | 'NOT_LINK';
  /** Keys of the records. */
  readonly one: string;
  readonly other: string;
}

/** Decisions that cannot all be obeyed. */
export class LinkContradictionError extends Error {
  readonly notLink: string;
  readonly links: readonly string[];

  constructor(notLink: LinkDecision, links: readonly LinkDecision[]) {
    const names = links.map(({ id }) => id).join(', ');
    super(
      `Decision ${notLink.id} keeps ${notLink.one} and ${notLink.other} apart, but ${names} ` +
        `${links.length === 1 ? 'links' : 'link'} them. Nothing was changed. Withdraw one of these decisions.`,
    );
    this.notLink = notLink.id;
    this.links = links.map(({ id }) => id);
  }
}

/** Throws if records that are linked by decisions, directly or through others, are also kept apart by one. */
export function requireConsistent(decisions: readonly LinkDecision[]): void {
  const links = new Map<string, LinkDecision[]>();
  for (const decision of sorted(decisions)) {
    if (decision.kind !== 'LINK') continue;
    for (const key of [decision.one, decision.other]) links.set(key, [...(links.get(key) ?? []), decision]);
  }
  for (const decision of sorted(decisions)) {
    if (decision.kind !== 'NOT_LINK') continue;
    const path = pathOf(links, decision.one, decision.other);
    if (path !== undefined) throw new LinkContradictionError(decision, path);
  }
}

const sorted = (decisions: readonly LinkDecision[]): LinkDecision[] =>
  [...decisions].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Shortest chain of LINK decisions from one record to another. */
function pathOf(
  links: ReadonlyMap<string, readonly LinkDecision[]>,
  from: string,
  to: string,
): readonly LinkDecision[] | undefined {
  const paths = new Map<string, readonly LinkDecision[]>([[from, []]]);
  const queue = [from];
  for (const key of queue) {
    const path = paths.get(key) ?? [];
    if (key === to) return path;
    for (const link of links.get(key) ?? []) {
      const next = link.one === key ? link.other : link.one;
      if (paths.has(next)) continue;
      paths.set(next, [...path, link]);
      queue.push(next);
    }
  }
  return undefined;
}
