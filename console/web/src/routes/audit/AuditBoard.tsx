import { Link, Route, Switch, useLocation } from 'wouter';
import { useText } from '../../i18n/language.tsx';
import { EntriesPage } from './entries/EntriesPage.tsx';
import { EntryPage } from './entry/EntryPage.tsx';
import { CheckpointsPage } from './proofs/CheckpointsPage.tsx';
import { QuestionsPage } from './QuestionsPage.tsx';
import { StatisticsPage } from './statistics/StatisticsPage.tsx';
import { SuspensionsPage } from './suspensions/SuspensionsPage.tsx';
import { boardText } from './text.ts';
import { UnmaskingsPage } from './unmaskings/UnmaskingsPage.tsx';
import { UnusualPage } from './unusual/UnusualPage.tsx';

const pages = [
  { path: '/audit', name: 'entries' },
  { path: '/audit/unusual', name: 'unusual' },
  { path: '/audit/statistics', name: 'statistics' },
  { path: '/audit/checkpoints', name: 'proofs' },
  { path: '/audit/questions', name: 'questions' },
  { path: '/audit/suspensions', name: 'suspensions' },
  { path: '/audit/unmaskings', name: 'unmaskings' },
] as const;

/** The disclosure log, for auditors and the data steward. */
export default function AuditBoard() {
  const text = useText(boardText);
  const [path] = useLocation();
  return (
    <>
      <nav className="subnav" aria-label={text.nav}>
        {pages.map(({ path: to, name }) => (
          <Link key={to} href={to} aria-current={path === to ? 'page' : undefined}>
            {text[name]}
          </Link>
        ))}
        <Link href="/audit?kind=LOG_READING">{text.readers}</Link>
      </nav>
      <Switch>
        <Route path="/audit" component={EntriesPage} />
        <Route path="/audit/entry/:id" component={EntryPage} />
        <Route path="/audit/unusual" component={UnusualPage} />
        <Route path="/audit/statistics" component={StatisticsPage} />
        <Route path="/audit/checkpoints" component={CheckpointsPage} />
        <Route path="/audit/questions" component={QuestionsPage} />
        <Route path="/audit/suspensions" component={SuspensionsPage} />
        <Route path="/audit/unmaskings" component={UnmaskingsPage} />
      </Switch>
    </>
  );
}
