import { demonstrationHousehold } from '../../../population/demonstration/demonstrationHousehold.ts';
import type { Window } from './window.ts';

export type DemonstrationMember = (typeof demonstrationHousehold.persons)[number]['label'];

export function demonstrationId(label: DemonstrationMember): string {
  const found = demonstrationHousehold.persons.find((person) => person.label === label);
  if (found === undefined) throw new Error(`The demonstration household has no ${label}.`);
  return found.id;
}

/** Goes straight to a person's page, by a handle of this session, and waits for the table of programs. */
export async function openPerson(window: Pick<Window, 'page' | 'goto'>, label: DemonstrationMember): Promise<void> {
  const handle = await window.page.evaluate(async (id) => {
    const response = await fetch('/session/handles', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-person360-console': '1' },
      body: JSON.stringify({ ids: [id] }),
    });
    return ((await response.json()) as { handles: string[] }).handles[0];
  }, demonstrationId(label));
  await window.goto(`/person/${handle}`);
  await window.page.getByRole('table', { name: /Programs|Programas/ }).waitFor();
}
