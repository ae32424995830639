import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** A TCP proxy on 127.0.0.1 that can cut its connections at a chosen moment. */
export interface CuttableProxy {
  readonly port: number;
  /**
   * `request`: cuts when the client next sends bytes, which then never arrive. `reply`: cuts when the server next does.
   */
  cutAtNext(moment: 'request' | 'reply'): void;
  /** Holds back the server's data from now on, or releases it. */
  hold(held: boolean): void;
  readonly cuts: number;
  close(): Promise<void>;
}

export async function startCuttableProxy(targetPort: () => number): Promise<CuttableProxy> {
  const open = new Set<Socket>();
  const upstreams = new Set<Socket>();
  let armed: 'request' | 'reply' | undefined;
  let cuts = 0;
  let held = false;

  const server = createServer((client) => {
    const upstream = connect(targetPort(), '127.0.0.1');
    const destroyBoth = (): void => {
      client.destroy();
      upstream.destroy();
    };
    const forward = (from: Socket, to: Socket, moment: 'request' | 'reply'): void => {
      open.add(from);
      from.on('data', (bytes) => {
        if (armed !== moment) return void to.write(bytes);
        armed = undefined;
        cuts += 1;
        destroyBoth();
      });
      from.on('error', destroyBoth);
      from.on('close', () => {
        open.delete(from);
        destroyBoth();
      });
    };
    forward(client, upstream, 'request');
    forward(upstream, client, 'reply');
    upstreams.add(upstream);
    upstream.on('close', () => upstreams.delete(upstream));
    if (held) upstream.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port, // listening on TCP, so never the name of a pipe
    cutAtNext: (moment) => {
      armed = moment;
    },
    hold: (next) => {
      held = next;
      for (const upstream of upstreams) next ? upstream.pause() : upstream.resume();
    },
    get cuts() {
      return cuts;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
