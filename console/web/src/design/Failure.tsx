import { NoResponse, RequestRefused } from '@person360/client';
import { useText } from '../i18n/language.tsx';
import { signIn } from '../session/server.ts';
import { Alert } from './Alert.tsx';
import { designText } from './text.ts';

/** Says what went wrong with a whole request, and what to do now. */
export function Failure({ error, onTryAgain }: { readonly error: Error; readonly onTryAgain?: () => void }) {
  const text = useText(designText);
  const isStale = error instanceof RequestRefused && error.code === 'FRESH_LOGIN_REQUIRED';
  return (
    <Alert kind={isStale ? 'warning' : 'error'} title={text.failed}>
      <p>{isStale ? text.freshNeeded : error instanceof NoResponse ? text.noResponse : error.message}</p>
      {error instanceof RequestRefused && error.requestId !== undefined && <p>{text.reference(error.requestId)}</p>}
      {isStale ? (
        <button type="button" className="usa-button" onClick={() => signIn({ fresh: true })}>
          {text.signInAgain}
        </button>
      ) : (
        onTryAgain !== undefined && (
          <button type="button" className="usa-button usa-button--outline" onClick={onTryAgain}>
            {text.tryAgain}
          </button>
        )
      )}
    </Alert>
  );
}
