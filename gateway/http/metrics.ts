import type { ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PlanningWatch } from '../planning/planner/queryPlanner.ts';
import type { Caches } from '../runtime/caches.ts';

/** The gateway's metrics. Labels are few and come from closed sets: never an id, a name, a value, or a field. */
export interface GatewayMetrics {
  readonly registry: Registry;
  readonly requests: Counter<'status'>;
  readonly seconds: Histogram;
  readonly prepared: Counter<'outcome'>;
  readonly planViolations: Counter;
  readonly planning: PlanningWatch;
  readonly refusedTokens: Counter;
  readonly untrustedDocuments: Counter<'outcome'>;
  readonly feedInterruptions: Counter;
}

export function createMetrics(caches: Caches): GatewayMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  cacheMetrics(caches, registers);
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
      help: 'Time from the first byte of a GraphQL request to the last byte of its response',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    prepared: new Counter({
      name: 'person360_prepared_operations_total',
      help: 'Operations found prepared (hit), pruned with a cached plan (pruned), or planned (planned)',
      labelNames: ['outcome'],
      registers,
    }),
    planViolations: new Counter({
      name: 'person360_plan_violations_total',
      help: 'Plans that were rejected because they fetch what is not allowed; investigate each one',
      registers,
    }),
    planning: planningMetrics(registers),
    refusedTokens: new Counter({
      name: 'person360_refused_tokens_total',
      help: 'Tokens that were rejected',
      registers,
    }),
    untrustedDocuments: new Counter({
      name: 'person360_untrusted_documents_total',
      help: 'Requests with a text that is not published (audited, refused), or with an unknown hash (not_found)',
      labelNames: ['outcome'],
      registers,
    }),
    feedInterruptions: new Counter({
      name: 'person360_feed_interruptions_total',
      help: 'Times that the approval feed was lost or one of its events rejected',
      registers,
    }),
  };
}

/** Counts each request, and its time, once its response is over. */
export function createRequestMeter({ requests, seconds }: GatewayMetrics): (response: ServerResponse) => void {
  // By status number: finding a counter by its labels costs more than counting.
  const counters = new Map<number, Counter.Internal>();
  const counterOf = (status: number): Counter.Internal => {
    const counter = counters.get(status) ?? requests.labels(String(status));
    counters.set(status, counter);
    return counter;
  };
  return (response) => {
    const start = performance.now();
    response.on('close', () => {
      seconds.observe((performance.now() - start) / 1000);
      counterOf(response.statusCode).inc();
    });
  };
}

function planningMetrics(registers: Registry[]): PlanningWatch {
  const plannings = new Histogram({
    name: 'person360_planning_seconds',
    help: 'Time to plan one operation, by outcome (planned, refused, busy, too long, lost)',
    labelNames: ['outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const waiting = new Gauge({
    name: 'person360_plannings_waiting',
    help: 'Operations that wait for the planner',
    registers,
  });
  return {
    ended: (outcome, seconds) => plannings.observe({ outcome }, seconds),
    waiting: (count) => waiting.set(count),
  };
}

/** Collected when metrics are read, so that a look-up in a cache does not touch a metric. */
function cacheMetrics(caches: Caches, registers: Registry[]): void {
  new Gauge({
    name: 'person360_cache_entries',
    help: 'Entries of each cache',
    labelNames: ['cache'],
    registers,
    collect() {
      for (const [cache, { entries }] of caches.use()) this.set({ cache }, entries);
    },
  });
  new Gauge({
    name: 'person360_cache_bytes',
    help: 'Estimated heap of each cache; all together are limited by PERSON360_CACHE_MB',
    labelNames: ['cache'],
    registers,
    collect() {
      for (const [cache, { bytes }] of caches.use()) this.set({ cache }, bytes);
    },
  });
  new Counter({
    name: 'person360_cache_lookups_total',
    help: 'Look-ups in each cache that found something (hit) or nothing (miss)',
    labelNames: ['cache', 'outcome'],
    registers,
    collect() {
      this.reset();
      for (const [cache, { hits, misses }] of caches.use()) {
        this.inc({ cache, outcome: 'hit' }, hits);
        this.inc({ cache, outcome: 'miss' }, misses);
      }
    },
  });
}

/** 1 from the moment that the approval feed is lost or an event is rejected, until the next valid event. */
export function feedAlarmMetric(registry: Registry, isAlarmed: () => boolean): void {
  new Gauge({
    name: 'person360_feed_alarm',
    help: '1 while the approval feed is lost or its last event was rejected',
    registers: [registry],
    collect() {
      this.set(isAlarmed() ? 1 : 0);
    },
  });
}

/** Number of the supergraph that this process serves. */
export function supergraphMetric(registry: Registry, number: () => number): void {
  new Gauge({
    name: 'person360_supergraph',
    help: 'Number of the supergraph that is served; 0 for one from a file',
    aggregator: 'min',
    registers: [registry],
    collect() {
      this.set(number());
    },
  });
}
