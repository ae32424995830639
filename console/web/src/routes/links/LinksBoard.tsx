import { Link, Route, Switch, useLocation } from 'wouter';
import { useText } from '../../i18n/language.tsx';
import { ChangePage } from './change/ChangePage.tsx';
import { ChangesPage } from './changes/ChangesPage.tsx';
import { ProposalsPage } from './changes/ProposalsPage.tsx';
import { MergePage } from './persons/MergePage.tsx';
import { PersonsPage } from './persons/PersonsPage.tsx';
import { RecordsPage } from './persons/RecordsPage.tsx';
import { ReviewPage } from './review/ReviewPage.tsx';
import { ReviewersPage } from './reviewers/ReviewersPage.tsx';
import { ReviewsPage } from './reviews/ReviewsPage.tsx';
import { boardText } from './text.ts';

const pages = [
  { path: '/links', name: 'reviews' },
  { path: '/links/proposals', name: 'proposals' },
  { path: '/links/persons', name: 'persons' },
  { path: '/links/changes', name: 'changes' },
  { path: '/links/reviewers', name: 'reviewers' },
] as const;

/** Which records are of one person: for the data stewards of DOIT. */
export default function LinksBoard() {
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
        <Route path="/links" component={ReviewsPage} />
        <Route path="/links/proposals" component={ProposalsPage} />
        <Route path="/links/persons" component={PersonsPage} />
        <Route path="/links/changes" component={ChangesPage} />
        <Route path="/links/reviewers" component={ReviewersPage} />
        <Route path="/links/review/:id">{({ id }) => <ReviewPage key={id} id={id} />}</Route>
        <Route path="/links/person/:handle">{({ handle }) => <RecordsPage key={handle} handle={handle} />}</Route>
        <Route path="/links/person/:handle/merge">{({ handle }) => <MergePage key={handle} handle={handle} />}</Route>
        <Route path="/links/change/:id">{({ id }) => <ChangePage key={id} id={id} />}</Route>
      </Switch>
    </>
  );
}
