import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { usePurpose } from '../graph/purpose.tsx';
import { useLanguage, useText } from '../i18n/language.tsx';
import { useTerms } from '../i18n/terms.ts';
import { useSessionContext } from '../session/SessionProvider.tsx';
import { signIn } from '../session/server.ts';
import { boards } from './boards.ts';
import { appText } from './text.ts';

/** Banner, header with navigation and account, and footer around every page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const text = useText(appText);
  return (
    <>
      <a className="usa-skipnav" href="#main">
        {text.skip}
      </a>
      <header>
        <div className="banner">{text.banner}</div>
        <Header />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <p>{text.footer}</p>
        <p>
          <Link href="/register">{text.register}</Link>
        </p>
      </footer>
      <div className="print-refusal">
        <p className="print-refusal__title">{text.printTitle}</p>
        <p>{text.print}</p>
      </div>
    </>
  );
}

function Header() {
  const text = useText(appText);
  const { session } = useSessionContext();
  const { language, setLanguage } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [path] = useLocation();
  const mine = session === undefined ? [] : boards.filter(({ isFor }) => isFor(session.user));
  return (
    <div className="header">
      <Link href="/" className="header__name" aria-label={text.home}>
        Person 360
      </Link>
      {mine.length > 0 && (
        <button
          type="button"
          className="header__menu"
          aria-expanded={isOpen}
          aria-controls="boards"
          onClick={() => setOpen(!isOpen)}
        >
          {text.menu}
        </button>
      )}
      <nav id="boards" className={`header__nav${isOpen ? ' header__nav--open' : ''}`} aria-label={text.nav}>
        {mine.map(({ name, path: to, also = [] }) => {
          const isCurrent = [to, ...also].some((one) => path === one || path.startsWith(`${one}/`));
          return (
            <Link key={name} href={to} aria-current={isCurrent ? 'page' : undefined} onClick={() => setOpen(false)}>
              {text[name]}
            </Link>
          );
        })}
      </nav>
      <div className="header__account">
        <button
          type="button"
          className="header__plain"
          lang={language === 'en' ? 'es' : 'en'}
          onClick={() => setLanguage(language === 'en' ? 'es' : 'en')}
        >
          {text.otherLanguage}
        </button>
        {session === undefined ? <SignIn /> : <Account />}
      </div>
    </div>
  );
}

function SignIn() {
  const text = useText(appText);
  const { phase } = useSessionContext();
  if (phase !== 'none') return null;
  return (
    <button type="button" className="header__plain" onClick={() => signIn()}>
      {text.signIn}
    </button>
  );
}

function Account() {
  const text = useText(appText);
  const { session, lock, end } = useSessionContext();
  const { term } = useTerms();
  if (session === undefined) return null;
  const { name, agency, roles } = session.user;
  return (
    <>
      <PurposePicker />
      <details className="account">
        <summary>
          <span className="account__name">{name}</span>
          <span className="account__role">
            {agency} · {roles.map((role) => term('roles', role)).join(', ')}
          </span>
        </summary>
        <div className="account__menu">
          <button type="button" className="usa-button usa-button--unstyled" onClick={() => void lock()}>
            {text.lockNow}
          </button>
          <button type="button" className="usa-button usa-button--unstyled" onClick={() => void end()}>
            {text.signOut}
          </button>
        </div>
      </details>
    </>
  );
}

function PurposePicker() {
  const text = useText(appText);
  const { session } = useSessionContext();
  const { purpose, setPurpose } = usePurpose();
  const { term } = useTerms();
  const purposes = session?.user.purposes ?? [];
  if (purposes.length < 2) return null;
  return (
    <label className="purpose" title={text.purposeHint}>
      <span>{text.purpose}:</span>
      <select value={purpose} onChange={(event) => setPurpose(event.target.value)}>
        {purposes.map((one) => (
          <option key={one} value={one}>
            {term('purposes', one)}
          </option>
        ))}
      </select>
    </label>
  );
}
