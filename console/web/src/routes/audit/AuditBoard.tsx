import { Link, Route, Switch, useLocation } from 'wouter';
import { useText } from '../../i18n/language.tsx';
import { EntriesPage } from './entries/EntriesPage.tsx';
import { EntryPage } from './entry/EntryPage.tsx';
import { boardText } from './text.ts';

const pages = [{ path: '/audit', name: 'entries' }] as const;

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
      </nav>
      <Switch>
        <Route path="/audit" component={EntriesPage} />
        <Route path="/audit/entry/:id" component={EntryPage} />
      </Switch>
    </>
  );
}
