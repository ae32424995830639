import { Link, Route, Switch, useLocation } from 'wouter';
import { useText } from '../../i18n/language.tsx';
import { ChangesPage } from './changes/ChangesPage.tsx';
import { UsagePage } from './changes/UsagePage.tsx';
import { PublicationPage } from './publication/PublicationPage.tsx';
import { PublishPage } from './publish/PublishPage.tsx';
import { SubgraphPage } from './subgraph/SubgraphPage.tsx';
import { SubgraphsPage } from './subgraphs/SubgraphsPage.tsx';
import { WaitingPage } from './subgraphs/WaitingPage.tsx';
import { boardText } from './text.ts';

const pages = [
  { path: '/publishing', name: 'subgraphs' },
  { path: '/publishing/waiting', name: 'waiting' },
  { path: '/publishing/publish', name: 'publish' },
  { path: '/publishing/changes', name: 'changes' },
  { path: '/publishing/usage', name: 'usage' },
] as const;

/** The registry of subgraphs: open to all staff; publishers, data officers, and the data steward change it. */
export default function PublishingBoard() {
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
        <Route path="/publishing" component={SubgraphsPage} />
        <Route path="/publishing/waiting" component={WaitingPage} />
        <Route path="/publishing/publish" component={PublishPage} />
        <Route path="/publishing/changes" component={ChangesPage} />
        <Route path="/publishing/usage" component={UsagePage} />
        <Route path="/publishing/subgraph/:name">{({ name }) => <SubgraphPage key={name} name={name} />}</Route>
        <Route path="/publishing/publication/:number">
          {({ number }) => <PublicationPage key={number} number={Number(number)} />}
        </Route>
      </Switch>
    </>
  );
}
