import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** Raw message: headers, an empty line, the text. */
  readonly source: string;
}

export interface Mailbox {
  readonly smtpUrl: string;
  readonly mails: readonly Mail[];
  /** Number of logins with a password. */
  readonly logins: number;
  forget(): void;
  /** Rejects every recipient with this code from now on; null: accepts them. */
  refuseWith(code: number | null): void;
  stop(): Promise<void>;
}

/** A real SMTP relay that requires a password and stores what it accepts. */
export async function startMailbox(): Promise<Mailbox> {
  const mails: Mail[] = [];
  let logins = 0;
  let refusal: number | null = null;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth({ username, password }, _session, done) {
      logins += 1;
      if (username === 'emou' && password === 'sesame') done(null, { user: username });
      else done(new Error('Invalid'));
    },
    onRcptTo({ address }, _session, done) {
      if (refusal === null) done();
      else done(Object.assign(new Error(`${address} is not taken`), { responseCode: refusal }));
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : (envelope.mailFrom?.address ?? '');
        mails.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    smtpUrl: `smtp://emou:sesame@127.0.0.1:${port}`,
    mails,
    get logins() {
      return logins;
    },
    forget() {
      mails.length = 0;
      logins = 0;
    },
    refuseWith: (code) => {
      refusal = code;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
