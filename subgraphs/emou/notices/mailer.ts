import { createTransport } from 'nodemailer';
import type { MailSettings } from './mailTarget.ts';
import { mailText } from './mailText.ts';
import { NoticeBody } from './noticeBody.ts';
import type { NoticeTarget } from './noticeTarget.ts';

export interface Mailer {
  readonly targets: readonly NoticeTarget[];
  stop(): void;
}

const PATIENCE_MS = 5_000;
/** Relays count connections. */
const CONNECTIONS = 3;

/**
 * Sends notices as plain text through one relay. Mail is taken for delivered when the relay has taken it. The message's
 * id is made of the notice's, so a second attempt of what had arrived is seen to be the same. Beyond this machine the
 * relay must speak TLS: who sits on the line could otherwise strip STARTTLS from its answer and read the password.
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
    // What is written is ours, but a mail never reads a file or an address into itself.
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
            // RFC 3834: absence notes are not to answer it.
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

/** The failure's code and the relay's number; its words may name the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return 'responseCode' in error && typeof error.responseCode === 'number'
    ? `${code} (answered ${error.responseCode})`
    : code;
}
