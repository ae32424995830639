import type { CheckResult } from './checkPublication.ts';

/**
 * Workflow commands of GitHub Actions, one a finding. Texts of others cannot start a command of their own: line breaks
 * and separators are escaped.
 */
export function formatGithub({ findings }: Pick<CheckResult, 'findings'>): string {
  const lines = findings.map(({ level, location, code, message, whatToDo, accepted }) => {
    const command = accepted ? 'notice' : level;
    const place = location
      ? [`file=${property(location.file)}`, `line=${location.line}`, `col=${location.column}`]
      : [];
    return `::${command} ${[...place, `title=${property(code)}`].join(',')}::${data(`${message} ${whatToDo}`)}`;
  });
  return lines.map((line) => `${line}\n`).join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
