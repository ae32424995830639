import type { CheckSubgraphInput, CurrentContentQuery, PublishSubgraphInput } from '../generated/graphql.ts';

/** What is typed in the form. */
export interface Draft {
  readonly sdl: string;
  readonly datasets: string;
  readonly routingUrl: string;
  readonly personKey: string;
  readonly contact: string;
  readonly message: string;
  /** Number of the publication that it was written for; null for the first. */
  readonly basedOn: number | null;
}

export const EMPTY: Draft = {
  ...{ sdl: '', datasets: '', routingUrl: '', personKey: '', contact: '', message: '', basedOn: null },
};

type Known = NonNullable<CurrentContentQuery['subgraphs']>[number];

/** What a change starts from: the publication in service. */
export function draftOf({ current, basedOn }: Known): Draft {
  return {
    sdl: current?.sdl ?? '',
    datasets: current?.datasets ?? '',
    routingUrl: current?.routingUrl ?? '',
    personKey: current?.personKey ?? '',
    contact: current?.contact ?? '',
    message: '',
    basedOn,
  };
}

export function checkInputOf(subgraph: string, draft: Draft): CheckSubgraphInput {
  const { sdl, datasets, routingUrl, personKey, contact } = draft;
  return { subgraph, sdl, datasets, routingUrl, personKey: personKey === '' ? null : personKey, contact };
}

export function publishInputOf(subgraph: string, draft: Draft): PublishSubgraphInput {
  const { sdl, datasets, routingUrl, personKey, contact, message, basedOn } = draft;
  return {
    subgraph,
    sdl,
    datasets,
    routingUrl,
    personKey: personKey === '' ? null : personKey,
    contact,
    message,
    basedOn,
  };
}

/** Whether a check of one draft holds for the other: the message does not matter. */
export function isSameContent(one: Draft, other: Draft): boolean {
  return JSON.stringify({ ...one, message: '' }) === JSON.stringify({ ...other, message: '' });
}
