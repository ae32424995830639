import type { CheckResult } from './checkPublication.ts';
import type { CheckName, Finding } from './finding.ts';
import { formatGithub } from './formatGithub.ts';

export const CHECK_FORMATS = ['text', 'json', 'github'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** Writes the result of a check for people, for programs, or as annotations of a GitHub workflow. */
export function formatCheck(result: CheckResult, format: CheckFormat): string {
  switch (format) {
    case 'json': {
      const { findings, outcome, secondPersonBecause } = result;
      return `${JSON.stringify({ outcome, secondPersonBecause, findings }, null, 2)}\n`;
    }
    case 'github':
      return formatGithub(result);
    case 'text':
      return formatText(result);
  }
}

const TITLES: Readonly<Record<CheckName, string>> = {
  compose: 'Composition',
  guards: 'Guards',
  changes: 'Changes for clients',
  access: 'Access',
  plans: 'Plans',
  lint: 'Style',
};

function formatText({ findings, outcome, secondPersonBecause }: CheckResult): string {
  const sections = (Object.keys(TITLES) as CheckName[]).flatMap((check) => {
    const ofCheck = findings.filter((finding) => finding.check === check);
    return ofCheck.length === 0 ? [] : [TITLES[check], ...ofCheck.flatMap(linesOf), ''];
  });
  const second =
    secondPersonBecause.length === 0
      ? []
      : ['A second person has to approve this, because:', ...secondPersonBecause.map((reason) => `  - ${reason}`), ''];
  return `${[...sections, ...second, verdict(findings, outcome)].join('\n')}\n`;
}

function linesOf({ code, level, accepted, message, whatToDo, location, fingerprint, acceptable }: Finding) {
  const place = location === undefined ? '' : `${location.file}:${location.line}:${location.column} `;
  const state = accepted ? 'accepted' : level;
  const accept = level === 'error' && acceptable && !accepted ? [`      To accept it: ${fingerprint}`] : [];
  return [`  ${place}${state} ${code}`, `      ${message}`, `      ${whatToDo}`, ...accept];
}

function verdict(findings: readonly Finding[], outcome: CheckResult['outcome']): string {
  const count = (level: Finding['level']) => findings.filter((each) => each.level === level && !each.accepted).length;
  const counts = `${count('error')} errors, ${count('warning')} warnings, ${count('notice')} notices`;
  return outcome === 'passed' ? `Passed: ${counts}.` : `Stopped: ${counts}.`;
}
