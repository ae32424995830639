import { Link } from 'wouter';
import { useFormats } from '../i18n/dates.ts';
import { type Catalog, useText } from '../i18n/language.tsx';

const en = {
  recorded: (time: string, request: string) => `Recorded ${time}, request ${request}`,
  receipt: 'Receipt',
};
const es: typeof en = {
  recorded: (time, request) => `Registrado ${time}, solicitud ${request}`,
  receipt: 'Comprobante',
};
const text: Catalog<typeof en> = { en, es };

/** Footer of a page with personal data: when it was recorded, and under which request. */
export function Recorded({
  at,
  requestId,
  receiptPath,
}: {
  readonly at: Date;
  readonly requestId: string | undefined;
  readonly receiptPath?: string;
}) {
  const words = useText(text);
  const { time } = useFormats();
  return (
    <p className="recorded">
      {words.recorded(time(at), requestId ?? '-')}
      {receiptPath !== undefined && (
        <>
          {' · '}
          <Link href={receiptPath}>{words.receipt}</Link>
        </>
      )}
    </p>
  );
}
