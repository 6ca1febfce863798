import { type Client, Events } from 'discord.js';
import type { AdapterContext, StartAdapter } from '../adapter.js';
import { createClient, type DiscordOptions } from './create-client.js';
import { suggestionsOf } from './discord-bot.js';
import { refusalOfClose, startError } from './discord-error.js';
import { listen } from './listeners/listen.js';

/** The adapter for Discord. */
export function startDiscord(options: DiscordOptions): StartAdapter {
  return async (context) => {
    // The first one who types shall not wait for it.
    suggestionsOf(context.planlotse().catalog);
    const client = createClient(options);
    const { signal, ...rest } = context;
    const listening = listen(client, { ...rest, publicGuilds: new Set(options.publicGuilds) });
    try {
      await connect(client, options.token, context);
    } catch (error) {
      await client.destroy();
      throw startError(error);
    }
    client.on(Events.ShardDisconnect, ({ code }) => context.fail(refusalOfClose(code)));
    return {
      stop: async () => {
        await listening.stop();
        // What the closing sockets have to say is of no interest any more.
        client.removeAllListeners();
        client.on(Events.Error, () => {});
        await client.destroy();
      },
    };
  };
}

/** Resolves when the client is ready on every shard; rejects when Discord refuses it or the program stops. */
async function connect(client: Client, token: string, { log, signal, observe }: AdapterContext): Promise<void> {
  signal.throwIfAborted();
  client.on(Events.Error, (error) => log.error({ err: error }, 'client failed'));
  client.on(Events.ShardError, (error, shard) => log.warn({ err: error, shard }, 'socket failed'));
  const down = new Set<number>();
  const isBack = (shard: number): void => {
    if (down.delete(shard) && down.size === 0) observe({ kind: 'connected' });
  };
  client.on(Events.ShardReconnecting, (shard) => {
    log.warn({ shard }, 'connecting again');
    down.add(shard);
    observe({ kind: 'disconnected' });
  });
  client.on(Events.ShardResume, (shard) => {
    log.info({ shard }, 'connected again');
    isBack(shard);
  });
  client.on(Events.ShardReady, (shard) => {
    log.info({ shard }, 'connected');
    isBack(shard);
  });
  client.rest.on('rateLimited', ({ timeToReset, global }) => log.warn({ ms: timeToReset, global }, 'rate limited'));
  await new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    client.once(Events.ShardDisconnect, ({ code }) => reject(refusalOfClose(code) ?? new Error(`closed with ${code}`)));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    // A connection that comes up after the program was told to stop is closed again.
    client.login(token).then(() => (signal.aborted ? client.destroy() : undefined), reject);
  });
}
