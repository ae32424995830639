import { createHash } from 'node:crypto';
import { catalogueOf } from '../../../schema/catalog/datasetCatalogue.ts';
import { PERSON_INDEX } from '../../../schema/persons/personKeys.ts';
import { composeSupergraph } from '../../../supergraph/compose/composeSupergraph.ts';
import { withPersonKeys } from '../../../supergraph/compose/withPersonKeys.ts';
import type { CheckQuestion, CheckReport, Finding } from './checkReport.ts';

/** Checks what a publication would do. The same question gives the same report. */
export function checkCandidate({ current, candidate }: CheckQuestion): CheckReport {
  const name = 'retire' in candidate ? candidate.retire : candidate.subgraph;
  const others = current.filter(({ subgraph }) => subgraph !== name);
  const all = 'retire' in candidate ? others : [...others, candidate];
  const composition = compose(all);
  if (composition.kind === 'refused') {
    const findings = composition.problems.map(asFinding);
    return { findings, outcome: 'stopped', secondPersonBecause: [], supergraph: undefined };
  }
  const known = new Set(current.flatMap(({ datasets }) => datasets.datasets.map(({ id }) => id)));
  const added = 'retire' in candidate ? [] : candidate.datasets.datasets.filter(({ id }) => !known.has(id));
  return {
    findings: [],
    outcome: 'passed',
    secondPersonBecause: added.map(({ id, class: of }) => `${id} is a new dataset of the class ${of}.`),
    supergraph: composition.supergraph,
  };
}

function compose(publications: CheckQuestion['current']): ReturnType<typeof composeSupergraph> {
  try {
    const personKeys = Object.fromEntries(
      publications.flatMap(({ subgraph, personKey }) => (personKey === undefined ? [] : [[subgraph, personKey]])),
    );
    const sources = publications.map(({ subgraph, routingUrl, sdl }) => ({
      name: subgraph,
      url: routingUrl,
      sdl: subgraph === PERSON_INDEX ? withPersonKeys(sdl, personKeys) : sdl,
    }));
    return composeSupergraph(sources, catalogueOf(publications.map(({ datasets }) => datasets)));
  } catch (error) {
    return { kind: 'refused', problems: [error instanceof Error ? error.message : String(error)] };
  }
}

function asFinding(message: string): Finding {
  return {
    code: 'DOES_NOT_COMPOSE',
    level: 'error',
    check: 'compose',
    message,
    whatToDo: 'Change the schema or its datasets, and check it again.',
    acceptable: false,
    accepted: false,
    fingerprint: createHash('sha256').update(message).digest('hex').slice(0, 16),
  };
}
