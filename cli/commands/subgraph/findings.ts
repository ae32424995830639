import { z } from 'zod';

/** A report of the checks, as the registry and the checks themselves write it. */
export const CheckReport = z.object({
  outcome: z.string().transform((text) => text.toUpperCase()),
  secondPersonBecause: z.array(z.string()),
  findings: z.array(
    z.object({
      code: z.string(),
      level: z.string().transform((text) => text.toLowerCase()),
      check: z.string(),
      message: z.string(),
      whatToDo: z.string(),
      file: z.string().nullable(),
      line: z.number().nullable(),
      column: z.number().nullable(),
      coordinate: z.string().nullable(),
      fingerprint: z.string(),
      acceptable: z.boolean(),
      accepted: z.boolean(),
    }),
  ),
});
export type CheckReport = z.infer<typeof CheckReport>;
type Finding = CheckReport['findings'][number];

export const CHECK_REPORT = `outcome secondPersonBecause findings { code level check message whatToDo file line column
  coordinate fingerprint acceptable accepted }`;

export type ReportFormat = 'text' | 'json' | 'github';

/** Prints a report to stdout. Returns true if it passed. */
export function printReport(report: CheckReport, format: ReportFormat): boolean {
  const passed = report.outcome === 'PASSED';
  if (format === 'json') process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else for (const finding of report.findings) process.stdout.write(`${lineOf(finding, format)}\n`);
  for (const because of report.secondPersonBecause)
    process.stderr.write(`A second person has to approve: ${because}\n`);
  process.stderr.write(passed ? 'The checks passed.\n' : 'The checks stopped this publication.\n');
  return passed;
}

function lineOf(finding: Finding, format: 'text' | 'github'): string {
  const { level, code, message, whatToDo, accepted, acceptable, fingerprint, file, line, column } = finding;
  const text = whatToDo === '' ? message : `${message} ${whatToDo}`;
  if (format === 'github') {
    const place = file === null ? '' : ` file=${property(file)},line=${line ?? 1},col=${column ?? 1},title=${code}`;
    return `::${level}${place === '' ? ` title=${code}` : place}::${escaped(text)}`;
  }
  const place = file === null ? '' : `${file}:${line}:${column}: `;
  const how = accepted ? ' (accepted)' : acceptable && level === 'error' ? ` (to accept it: ${fingerprint})` : '';
  return `${place}${level} ${code}: ${text}${how}`;
}

/** Workflow commands of GitHub Actions escape what would end them. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
