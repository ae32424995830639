import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Loading } from '../design/Loading.tsx';
import { PurposeProvider } from '../graph/purpose.tsx';
import { LanguageProvider } from '../i18n/language.tsx';
import { SessionProvider, useSessionContext } from '../session/SessionProvider.tsx';
import { boards } from './boards.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LockWarning } from './LockWarning.tsx';
import { Locked, NotFound, SignedOut, Unreachable, Welcome } from './plainPages.tsx';
import { Shell } from './Shell.tsx';

const PersonPage = lazy(() => import('../routes/person/PersonPage.tsx'));
const RegisterPage = lazy(() => import('../routes/register/RegisterPage.tsx'));

export function App() {
  return (
    <SessionProvider>
      <LanguageProvider>
        <PurposeProvider>
          <Shell>
            <ErrorBoundary>
              <Suspense fallback={<Loading />}>
                <Content />
              </Suspense>
            </ErrorBoundary>
          </Shell>
        </PurposeProvider>
      </LanguageProvider>
    </SessionProvider>
  );
}

/** Pages without a login, then what the state of the session allows. A locked page keeps nothing of the board. */
function Content() {
  const { phase } = useSessionContext();
  return (
    <Switch>
      <Route path="/signed-out" component={SignedOut} />
      <Route path="/register/*?" component={RegisterPage} />
      <Route>
        {phase === 'loading' && <Loading />}
        {phase === 'unreachable' && <Unreachable />}
        {phase === 'none' && <Welcome />}
        {phase === 'locked' && <Locked />}
        {phase === 'open' && <Boards />}
      </Route>
    </Switch>
  );
}

function Boards() {
  const { session } = useSessionContext();
  if (session === undefined) return null;
  const first = boards.find(({ isFor }) => isFor(session.user));
  return (
    <>
      <LockWarning />
      <Switch>
        <Route path="/">
          <Redirect to={first?.path ?? '/register'} replace />
        </Route>
        <Route path="/person/:handle/*?" component={PersonPage} />
        {boards.map(({ path, page: Board }) => (
          <Route key={path} path={`${path}/*?`}>
            <Board />
          </Route>
        ))}
        <Route component={NotFound} />
      </Switch>
    </>
  );
}
