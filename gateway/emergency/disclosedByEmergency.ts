import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import { disclosedCoordinates } from '../disclosure/records/disclosedCoordinates.ts';
import { selectRule } from '../execution/gates/selectRule.ts';
import type { AccessRule } from '../model/accessRule.ts';
import type { DisclosureScope } from '../model/disclosure.ts';
import type { EngineResponse } from '../model/engineResponse.ts';
import type { PersonFacts } from '../model/personFacts.ts';

/** Datasets, by person, of which something is shown or shown in fuller form only because of the emergency. */
export function disclosedByEmergency(
  { data, disclosed }: Pick<EngineResponse, 'data' | 'disclosed'>,
  scopes: readonly DisclosureScope[] | undefined,
  decisions: DecisionTable,
  persons: PersonFacts,
  emergency: { readonly household: ReadonlySet<string>; readonly datasets: readonly string[] },
): ReadonlyMap<string, readonly string[]> {
  if (data === undefined) return new Map();
  // An engine that does not track disclosures: everything that could be shown.
  if (disclosed === undefined || scopes === undefined) {
    return new Map([...emergency.household].map((personId) => [personId, emergency.datasets]));
  }
  const otherwise: PersonFacts = {
    ...persons,
    holds: (personId, fact) => fact !== 'EMERGENCY' && persons.holds(personId, fact),
  };
  const byPerson = new Map<string, Set<string>>();
  for (const one of disclosed) {
    const { personId } = one;
    if (personId === undefined || !emergency.household.has(personId)) continue;
    for (const coordinate of disclosedCoordinates(scopes, one)) {
      const [typeName = '', fieldName = ''] = coordinate.split('.');
      const decision = decisions.decide(typeName, fieldName);
      if (decision.kind === 'deny' || decision.rules === undefined) continue;
      const rule = firstOpen(decision.rules, personId, persons);
      if (rule === undefined || rule === firstOpen(decision.rules, personId, otherwise)) continue;
      const datasets = byPerson.get(personId) ?? new Set<string>();
      byPerson.set(personId, datasets);
      for (const id of rule.approvalIds) {
        const dataset = decisions.approval(id)?.dataset;
        if (dataset !== undefined && emergency.datasets.includes(dataset)) datasets.add(dataset);
      }
    }
  }
  return new Map([...byPerson].map(([personId, datasets]) => [personId, [...datasets].sort()]));
}

/** Chooses the rule as the response writer does. */
function firstOpen(rules: readonly AccessRule[], personId: string, persons: PersonFacts): AccessRule | undefined {
  return rules.find(
    ({ anyOf }) =>
      selectRule([{ anyOf, transform: undefined }], { persons, personId, missing: new Set() }) !== undefined,
  );
}
