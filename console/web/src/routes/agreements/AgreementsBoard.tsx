import { Link, Route, Switch, useLocation } from 'wouter';
import { useText } from '../../i18n/language.tsx';
import { useSession } from '../../session/SessionProvider.tsx';
import type { SessionUser } from '../../session/server.ts';
import { ApprovalsPage } from './approvals/ApprovalsPage.tsx';
import { boardText } from './boardText.ts';
import { CalendarPage } from './calendar/CalendarPage.tsx';
import { ConsentsPage } from './consents/ConsentsPage.tsx';
import { NewRequestPage } from './draft/NewRequestPage.tsx';
import { EmergenciesPage } from './emergencies/EmergenciesPage.tsx';
import { RequestPage } from './request/RequestPage.tsx';
import { RequestsPage } from './requests/RequestsPage.tsx';

interface Part {
  readonly name: keyof typeof boardText.en;
  readonly path: string;
  /** Whether a user finds it in the navigation. It opens nothing: the gateway decides. */
  readonly isFor: (user: SessionUser) => boolean;
}

const everybody = (): boolean => true;
const hasRole =
  (...roles: readonly string[]) =>
  (user: SessionUser): boolean =>
    user.roles.some((role) => roles.includes(role));

const parts: readonly Part[] = [
  { name: 'requests', path: '/agreements', isFor: everybody },
  { name: 'draft', path: '/agreements/new', isFor: ({ agency }) => agency !== 'GOV' },
  { name: 'approvals', path: '/agreements/approvals', isFor: everybody },
  { name: 'emergencies', path: '/agreements/emergencies', isFor: hasRole('DATA_STEWARD', 'SUPERVISOR') },
  {
    name: 'consents',
    path: '/agreements/consents',
    isFor: hasRole('CASEWORKER', 'SUPERVISOR', 'DATA_OFFICER', 'DATA_STEWARD'),
  },
  { name: 'calendar', path: '/agreements/calendar', isFor: everybody },
];

/** The eMOU board: requests for access, decisions on them, and what follows from them. */
export default function AgreementsBoard() {
  const { user } = useSession();
  const text = useText(boardText);
  const [path] = useLocation();
  const mine = parts.filter(({ isFor }) => isFor(user));
  // The longest path that the address begins with: a request's own page belongs to the requests.
  const current = mine.findLast((part) => path === part.path || path.startsWith(`${part.path}/`));
  return (
    <>
      {mine.length > 1 && (
        <nav className="board-nav" aria-label={text.nav}>
          {mine.map((part) => (
            <Link key={part.path} href={part.path} aria-current={part === current ? 'page' : undefined}>
              {text[part.name]}
            </Link>
          ))}
        </nav>
      )}
      <Switch>
        <Route path="/agreements" component={RequestsPage} />
        <Route path="/agreements/new" component={NewRequestPage} />
        <Route path="/agreements/approvals" component={ApprovalsPage} />
        <Route path="/agreements/emergencies" component={EmergenciesPage} />
        <Route path="/agreements/consents" component={ConsentsPage} />
        <Route path="/agreements/calendar" component={CalendarPage} />
        <Route path="/agreements/:id">{({ id }) => <RequestPage key={id} id={id} />}</Route>
      </Switch>
    </>
  );
}
