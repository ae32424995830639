import { example } from '../../cli/example.ts';
import { CONDITIONAL_PURPOSE, OPEN_PURPOSE } from '../systems/benchAgreements.ts';
import { NESTED_QUERY } from './nestedQuery.ts';
import { ONE_PERSON_QUERY } from './onePersonQuery.ts';
import type { Workload, WorkloadName } from './workload.ts';

export const workloads: Readonly<Record<WorkloadName, Workload>> = {
  a: {
    name: 'a',
    title: 'the example query: a household with all its members in every system, authorization on',
    query: example.query,
    purpose: OPEN_PURPOSE,
    graph: 'person360',
    systems: 'replay',
  },
  b: {
    name: 'b',
    title: 'one person in every system, authorization on',
    query: ONE_PERSON_QUERY,
    purpose: OPEN_PURPOSE,
    graph: 'person360',
    systems: 'replay',
  },
  c: {
    name: 'c',
    title: 'the heavy nested query of the public gateway benchmarks, no authorization',
    query: NESTED_QUERY,
    purpose: undefined,
    graph: 'shop',
    systems: 'replay',
  },
  d: {
    name: 'd',
    title: 'the example query over the real systems and PostgreSQL, CPU time of all of it',
    query: example.query,
    purpose: OPEN_PURPOSE,
    graph: 'person360',
    systems: 'live',
  },
  e: {
    name: 'e',
    title: 'as a, but five systems ask for a consent of each person, and three fields are shown in a lesser form',
    query: example.query,
    purpose: CONDITIONAL_PURPOSE,
    graph: 'person360',
    systems: 'replay',
  },
  f: {
    name: 'f',
    title: 'nothing of any system: what stands before the engine',
    query: 'query Front { __typename }',
    purpose: OPEN_PURPOSE,
    graph: 'person360',
    systems: 'replay',
  },
};
