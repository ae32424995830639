import { Alert } from '../../../design/Alert.tsx';
import { Table } from '../../../design/Table.tsx';
import { useText } from '../../../i18n/language.tsx';
import type { ReportFragment } from '../generated/graphql.ts';
import { registryWords } from '../words.ts';
import { AccessEffects } from './AccessEffects.tsx';
import { ClientEffects } from './ClientEffects.tsx';
import { type AcceptOptions, FindingRow } from './FindingRow.tsx';
import { reportText } from './reportText.ts';

/** The order in which the checks run. */
const CHECKS = ['compose', 'guards', 'changes', 'access', 'plans', 'lint'] as const;

export interface CheckReportProps {
  readonly report: ReportFragment;
  /** Owner of the subgraph, to say who the second person may be. */
  readonly owner?: string | undefined;
  /** Absent: this user cannot accept findings here. */
  readonly accept?: AcceptOptions | undefined;
  /** The page shows the text as a listing with `id="line-<number>"`. */
  readonly hasListing?: boolean;
}

/** What a publication would do: the outcome, who has to approve it, access, clients, and every finding by check. */
export function CheckReport({ report, owner, accept, hasListing = false }: CheckReportProps) {
  const text = useText(reportText);
  const { checks } = useText(registryWords);
  const { findings } = report;
  const known: readonly string[] = CHECKS;
  const others = [...new Set(findings.map(({ check }) => check))].filter((check) => !known.includes(check));
  const hasAccess = findings.some(({ check, affectedApprovals }) => check === 'access' || affectedApprovals.length > 0);
  return (
    <div className="report">
      <Verdict report={report} />
      {report.outcome === 'PASSED' && <SecondPerson because={report.secondPersonBecause} owner={owner} />}
      {(hasAccess || report.outcome === 'PASSED') && <AccessEffects findings={findings} />}
      <ClientEffects findings={findings} />
      {[...CHECKS, ...others].map((check) => {
        const found = findings.filter((finding) => finding.check === check);
        if (found.length === 0) return null;
        return (
          <section key={check} className="report__check stacks">
            <Table caption={`${checks[check] ?? check} (${found.length})`} head={[text.line, text.level, text.finding]}>
              {found.map((finding) => (
                <FindingRow key={finding.fingerprint} finding={finding} accept={accept} hasListing={hasListing} />
              ))}
            </Table>
          </section>
        );
      })}
      {findings.length === 0 && <p className="soft">{text.none}</p>}
    </div>
  );
}

function Verdict({ report: { outcome, findings } }: Pick<CheckReportProps, 'report'>) {
  const text = useText(reportText);
  if (outcome === 'STOPPED') {
    return (
      <Alert kind="error">
        {text.stopped(findings.filter(({ level, accepted }) => level === 'ERROR' && !accepted).length)}
      </Alert>
    );
  }
  return <Alert kind="success">{findings.length === 0 ? text.passed : text.passedWith(findings.length)}</Alert>;
}

function SecondPerson({ because, owner }: { readonly because: readonly string[]; readonly owner: string | undefined }) {
  const text = useText(reportText);
  if (because.length === 0) return <p>{text.oneIsEnough}</p>;
  return (
    <Alert kind="info" title={text.second}>
      <ul className="reasons" lang="en">
        {because.map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
      {owner !== undefined && <p>{text.secondWho(owner)}</p>}
    </Alert>
  );
}
