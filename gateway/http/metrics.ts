import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** The gateway's metrics. Labels are few and closed: never an id, a name, a value or a field of anybody. */
export interface GatewayMetrics {
  readonly registry: Registry;
  readonly requests: Counter<'status'>;
  readonly seconds: Histogram;
  readonly prepared: Counter<'outcome'>;
  readonly refusedTokens: Counter;
  readonly feedInterruptions: Counter;
}

export function createMetrics(): GatewayMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: 'person360_requests_total',
      help: 'GraphQL requests by HTTP status',
      labelNames: ['status'],
      registers,
    }),
    seconds: new Histogram({
      name: 'person360_request_seconds',
      help: 'Time from the first byte of a GraphQL request to the last of its answer',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    prepared: new Counter({
      name: 'person360_prepared_operations_total',
      help: 'Operations found prepared (hit), pruned anew with a kept plan (pruned), or planned (planned)',
      labelNames: ['outcome'],
      registers,
    }),
    refusedTokens: new Counter({
      name: 'person360_refused_tokens_total',
      help: 'Tokens that were not valid',
      registers,
    }),
    feedInterruptions: new Counter({
      name: 'person360_feed_interruptions_total',
      help: 'Times the approval feed was lost or an event of it refused',
      registers,
    }),
  };
}
