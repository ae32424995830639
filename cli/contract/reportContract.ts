import type { ItemResult } from './runContract.ts';

export type ReportFormat = 'text' | 'json' | 'github';

const MARKS = { pass: 'pass', fail: 'FAIL', skipped: 'skip' } as const;

/** One result for a person. */
export function describeResult({ id, title, outcome }: ItemResult): string {
  const line = `${MARKS[outcome.result]}  ${id.padEnd(28)} ${title}`;
  if (outcome.result === 'fail') return `${line}\n      Found: ${outcome.found}.\n      To do: ${outcome.whatToDo}`;
  return outcome.result === 'skipped' ? `${line}\n      Skipped: ${outcome.reason}` : line;
}

/** `12 passed, 1 failed, 2 skipped` */
export function summarize(results: readonly ItemResult[]): string {
  const count = (kind: ItemResult['outcome']['result']): number =>
    results.filter(({ outcome }) => outcome.result === kind).length;
  return `${count('pass')} passed, ${count('fail')} failed, ${count('skipped')} skipped`;
}

/** The whole report: for people, as JSON, or as annotations of a GitHub workflow. */
export function reportContract(results: readonly ItemResult[], format: ReportFormat): string {
  switch (format) {
    case 'text':
      return [...results.map(describeResult), summarize(results)].join('\n');
    case 'json':
      return JSON.stringify(
        {
          outcome: results.some(({ outcome }) => outcome.result === 'fail') ? 'failed' : 'passed',
          items: results.map(({ outcome, ...item }) => ({ ...item, ...outcome })),
        },
        null,
        2,
      );
    case 'github':
      return [...results.flatMap(annotation), summarize(results)].join('\n');
  }
}

function annotation({ id, title, outcome }: ItemResult): readonly string[] {
  switch (outcome.result) {
    case 'pass':
      return [];
    case 'fail':
      return [`::error title=${property(id)}::${text(`${title} Found: ${outcome.found}. ${outcome.whatToDo}`)}`];
    case 'skipped':
      return [`::notice title=${property(id)}::${text(`${title} Skipped: ${outcome.reason}`)}`];
  }
}

/** Escapes of the workflow command syntax. */
function text(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string): string {
  return text(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
