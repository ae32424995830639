import { copyJson, type JsonObject } from '../json.ts';
import { failure, type SubgraphReply } from '../subgraphReply.ts';
import type { Deadlines } from './deadlines.ts';
import type { FetchText } from './fetchText.ts';
import type { CallHandle, SubgraphClient } from './subgraphClient.ts';
import { type Asker, Wait } from './wait.ts';

export interface RootCalls {
  /** `shareable`: a query, outside of any mutation; equal calls in flight at the same moment may be one. */
  ask(
    fetch: FetchText,
    variables: string,
    asker: Asker,
    kind: { readonly repeatable: boolean; readonly shareable: boolean },
  ): Promise<SubgraphReply>;
}

export interface RootCallsDeps {
  readonly client: SubgraphClient;
  readonly deadlines: Deadlines;
  /** Let equal queries of different requests share a call. */
  readonly together: boolean;
}

/** Fetches that start from a root type. Equal ones under equal credentials share the call that is already in flight. */
export function createRootCalls({ client, deadlines, together }: RootCallsDeps): RootCalls {
  const flights = new Map<string, Set<Wait<SubgraphReply>>>();
  return {
    ask(fetch, variables, asker, { repeatable, shareable }) {
      const wait = new Wait<SubgraphReply>(asker, deadlines, failure);
      const key =
        together && shareable ? `${fetch.id}\n${variables}\n${asker.credentials.keyFor(fetch.subgraph)}` : undefined;
      const flying = key === undefined ? undefined : flights.get(key);
      if (flying !== undefined) {
        const [first] = flying;
        flying.add(wait);
        if (first !== undefined) wait.leave = first.leave;
        return wait.answer;
      }

      const waits = new Set([wait]);
      if (key !== undefined) flights.set(key, waits);
      const land = (): void => {
        if (key !== undefined && flights.get(key) === waits) flights.delete(key);
      };
      let call: CallHandle | undefined;
      wait.leave = (late) => {
        for (const each of waits) if (!each.isOpen) waits.delete(each);
        if (waits.size > 0) return;
        call?.abandon(late);
        land();
      };
      const { credentials, traceparent } = asker;
      const body = fetch.body(variables);
      call = client.send({ subgraph: fetch.subgraph, body, credentials, traceparent, repeatable }, (reply) => {
        land();
        let given = false;
        for (const each of waits) {
          each.settle(given && !fetch.sealed ? copyReply(reply) : reply);
          given = true;
        }
      });
      return wait.answer;
    },
  };
}

/** Each further request merges into an object of its own. */
function copyReply(reply: SubgraphReply): SubgraphReply {
  if (reply.kind === 'failure' || reply.data === undefined) return reply;
  return { ...reply, data: copyJson(reply.data) as JsonObject }; // a copy has the shape of its original
}
