import { signatories } from '../../../schema/catalog/agencies.ts';
import type { Draft } from '../finding.ts';
import { guardError, type PublicationContext } from './publicationContext.ts';

/** Datasets: complete, of this system and owner, and each described once. */
export function datasetFindings({ candidate, subgraph, previous, others }: PublicationContext): readonly Draft[] {
  const { datasets: system, contact } = candidate;
  const drafts: Draft[] = [];
  const error = (draft: Omit<Draft, 'level' | 'check'>) => drafts.push(guardError(draft));
  if (system.system !== subgraph) {
    error({
      code: 'WRONG_SYSTEM',
      message: `The datasets are those of the system ${system.system}, not of ${subgraph}.`,
      whatToDo: `Write "system: ${subgraph}" in the datasets.`,
    });
  }
  if (!signatories.some(({ code }) => code === system.owner)) {
    error({
      code: 'UNKNOWN_OWNER',
      message: `The owner ${JSON.stringify(system.owner)} is not a signatory of the agreement.`,
      whatToDo: `Write one of ${signatories.map(({ code }) => code).join(', ')}.`,
    });
  }
  if (previous !== undefined && previous.datasets.owner !== system.owner) {
    error({
      code: 'OWNER_CHANGED',
      acceptable: true,
      message: `The owner of ${subgraph} changes from ${previous.datasets.owner} to ${system.owner}, whose staff then sees all of it.`,
      whatToDo: 'Have the data officers of both agencies accept it, or keep the owner.',
      detail: `${previous.datasets.owner} ${system.owner}`,
      secondPerson: `The owner of ${subgraph} changes from ${previous.datasets.owner} to ${system.owner}.`,
    });
  }
  const existing = new Map(others.flatMap(({ datasets }) => datasets.datasets.map(({ id }) => [id, datasets.system])));
  const seen = new Set<string>();
  for (const { id, ...dataset } of system.datasets) {
    if (!id.startsWith(`${subgraph}.`) || existing.has(id)) {
      error({
        code: 'DATASET_OF_ANOTHER',
        coordinate: id,
        message: `The dataset ${id} belongs to the system ${existing.get(id) ?? id.split('.')[0]}.`,
        whatToDo: `Name your datasets ${subgraph}.<name>.`,
      });
    }
    if (seen.has(id)) {
      error({
        code: 'DUPLICATE_DATASET',
        coordinate: id,
        message: `The dataset ${id} is described twice.`,
        whatToDo: 'Remove one of the two.',
      });
    }
    seen.add(id);
    const texts = {
      title: [dataset.title],
      description: [dataset.description],
      law: dataset.law,
      regimes: dataset.regimes,
    };
    for (const [member, values] of Object.entries(texts)) {
      if (values.length > 0 && values.every((value) => value.trim() !== '')) continue;
      error({
        code: 'INCOMPLETE_DATASET',
        coordinate: id,
        detail: member,
        message: `The dataset ${id} has no ${member}.`,
        whatToDo: member === 'law' ? 'Cite the statute or rule that protects the data.' : `Add its ${member}.`,
      });
    }
  }
  for (const [whose, text] of [
    ['publication', contact],
    ['datasets', system.contact],
  ] as const) {
    if (text.trim() !== '') continue;
    error({
      code: 'NO_CONTACT',
      detail: whose,
      message: `The ${whose} of ${subgraph} name no contact.`,
      whatToDo: 'Add a contact that other agencies can ask, such as an e-mail address.',
    });
  }
  return drafts;
}
