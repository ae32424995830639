import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** A TCP proxy on 127.0.0.1 that can cut its connections at a chosen moment. */
export interface CuttableProxy {
  readonly port: number;
  /** `request`: at the next bytes from the client, which then never arrive. `reply`: at the next from the server. */
  cutAtNext(moment: 'request' | 'reply'): void;
  /** Holds back what the server says from now on, or lets it go. */
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
    port: (server.address() as AddressInfo).port, // listening on TCP, so never a pipe's name
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
