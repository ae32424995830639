import { Link } from 'wouter';
import { Alert } from '../design/Alert.tsx';
import { Page } from '../design/Page.tsx';
import { useText } from '../i18n/language.tsx';
import { signIn } from '../session/server.ts';
import { appText } from './text.ts';

/** First page of somebody who is not signed in. */
export function Welcome() {
  const text = useText(appText);
  const failed = new URLSearchParams(window.location.search).get('login') === 'failed';
  return (
    <Page title={text.welcomeTitle} lead={<p className="usa-intro">{text.welcome}</p>}>
      {failed && <Alert kind="error">{text.loginFailed}</Alert>}
      <ul className="tiles">
        <li className="tile">
          <h2>{text.welcomeStaff}</h2>
          <p>{text.welcomeStaffText}</p>
          <SignInButton />
        </li>
        <li className="tile">
          <h2>{text.welcomeResidents}</h2>
          <p>{text.welcomeResidentsText}</p>
          <SignInButton />
        </li>
        <li className="tile">
          <h2>{text.welcomePublic}</h2>
          <p>{text.welcomePublicText}</p>
          <Link href="/register" className="usa-button usa-button--outline">
            {text.register}
          </Link>
        </li>
      </ul>
    </Page>
  );
}

export function SignInButton() {
  const text = useText(appText);
  return (
    <button type="button" className="usa-button" onClick={() => signIn()}>
      {text.signIn}
    </button>
  );
}

export function SignedOut() {
  const text = useText(appText);
  return (
    <Page title={text.signedOutTitle} lead={<p>{text.signedOut}</p>}>
      <SignInButton />
    </Page>
  );
}

export function Locked() {
  const text = useText(appText);
  return (
    <Page title={text.lockedTitle} lead={<p>{text.locked}</p>}>
      <button type="button" className="usa-button" onClick={() => signIn({ fresh: true })}>
        {text.signIn}
      </button>
    </Page>
  );
}

export function Unreachable() {
  const text = useText(appText);
  return (
    <Page title={text.unreachableTitle} lead={<p>{text.unreachable}</p>}>
      <ReloadButton />
    </Page>
  );
}

export function BrokenPage() {
  const text = useText(appText);
  return (
    <Page title={text.brokenTitle} lead={<p>{text.broken}</p>}>
      <ReloadButton />{' '}
      <a className="usa-button usa-button--outline" href="/">
        {text.firstPage}
      </a>
    </Page>
  );
}

export function NotFound() {
  const text = useText(appText);
  return (
    <Page title={text.notFoundTitle} lead={<p>{text.notFound}</p>}>
      <Link href="/" className="usa-button">
        {text.firstPage}
      </Link>
    </Page>
  );
}

function ReloadButton() {
  const text = useText(appText);
  return (
    <button type="button" className="usa-button" onClick={() => window.location.reload()}>
      {text.reload}
    </button>
  );
}
