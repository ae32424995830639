import { Link, Route, Switch, useLocation } from 'wouter';
import { useText } from '../../i18n/language.tsx';
import { ConsentsPage } from './ConsentsPage.tsx';
import { LookedPage } from './LookedPage.tsx';
import { myDataText } from './text.ts';

const pages = [
  { path: '/my-data', name: 'list' },
  { path: '/my-data/consents', name: 'consents' },
] as const;

/** For residents: who looked at their data, and what they agreed to. */
export default function MyDataBoard() {
  const text = useText(myDataText);
  const [path] = useLocation();
  return (
    <div className="my-data">
      <nav className="subnav" aria-label={text.nav}>
        {pages.map(({ path: to, name }) => (
          <Link key={to} href={to} aria-current={path === to ? 'page' : undefined}>
            {text[name]}
          </Link>
        ))}
      </nav>
      <Switch>
        <Route path="/my-data" component={LookedPage} />
        <Route path="/my-data/consents" component={ConsentsPage} />
      </Switch>
    </div>
  );
}
