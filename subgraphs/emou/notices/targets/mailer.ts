import { createTransport } from 'nodemailer';
import { mailText } from '../mailText.ts';
import { NoticeBody } from '../noticeBody.ts';
import type { MailSettings } from './mailTarget.ts';
import type { NoticeTarget } from './noticeTarget.ts';

export interface Mailer {
  readonly targets: readonly NoticeTarget[];
  stop(): void;
}

const PATIENCE_MS = 5_000;
/** Relays limit the number of connections. */
const CONNECTIONS = 3;

/**
 * Sends notices as plain text through one relay. Mail counts as delivered once the relay has accepted it. The message
 * id is derived from the notice's, so a repeated attempt is recognizable as a duplicate. On other hosts the relay must
 * use TLS: an attacker on the network could otherwise strip STARTTLS from its reply and read the password.
 */
export function openMailer({ smtpUrl, from, targets }: MailSettings): Mailer {
  const { hostname, protocol } = new URL(smtpUrl);
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: CONNECTIONS,
    requireTLS: protocol === 'smtp:' && !isThisMachine(hostname),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: 2 * PATIENCE_MS,
    // The text is our own, but a mail must never include a file or URL.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    targets: targets.map(({ name, agency, address }) => ({
      name,
      agency,
      async send(notice, now) {
        const { subject, text } = mailText(NoticeBody.parse(notice.body));
        try {
          await transport.sendMail({
            from,
            to: address,
            subject,
            text,
            date: now,
            messageId: `<${notice.id}.${name}@${domain}>`,
            // Tells vacation responders not to reply. See RFC 3834.
            headers: { 'auto-submitted': 'auto-generated' },
          });
        } catch (error) {
          throw new Error(reasonOf(error));
        }
      },
    })),
    stop: () => transport.close(),
  };
}

function isThisMachine(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** Returns the failure's code and the relay's status; the message may contain the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return 'responseCode' in error && typeof error.responseCode === 'number'
    ? `${code} (answered ${error.responseCode})`
    : code;
}
