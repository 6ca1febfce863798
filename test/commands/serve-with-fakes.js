// Runs the built program with adapters that only pretend, as SLACK_BOT_TOKEN and DISCORD_TOKEN ask for them.
import { AdapterError } from '../../dist/adapters/adapter.js';
import { processIo } from '../../dist/commands/process-io.js';
import { run } from '../../dist/commands/run.js';

/** How many times the platform cannot be reached before it can. */
let unreachable = 2;

const BEHAVIOURS = {
  works: async ({ log, planlotse, today }) => {
    const socket = setInterval(() => {}, 1000);
    const answer = planlotse().answer({ text: 'InteA', today: today() });
    log.info({ kind: answer.kind }, 'answered');
    return { stop: async () => clearInterval(socket) };
  },
  refuses: async () => {
    throw new AdapterError('TOKEN_INVALID', `The token ${process.env.DISCORD_TOKEN} is refused. Make a new one.`);
  },
  'comes late': async (context) => {
    if (unreachable-- > 0) throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' });
    return BEHAVIOURS.works(context);
  },
  'never comes': async () => {
    throw new AdapterError('PLATFORM_DOWN', 'The platform is down.', { retry: true });
  },
  'is revoked': async (context) => {
    const running = await BEHAVIOURS.works(context);
    setImmediate(() => context.fail(new AdapterError('TOKEN_REVOKED', 'The token was revoked.')));
    return running;
  },
  'never stops': async (context) => {
    await BEHAVIOURS.works(context);
    return { stop: () => new Promise(() => {}) };
  },
  rejects: async (context) => {
    const running = await BEHAVIOURS.works(context);
    setImmediate(() => void Promise.reject(new Error(`question of a user ${process.env.DISCORD_TOKEN}`)));
    return running;
  },
  crashes: async (context) => {
    const running = await BEHAVIOURS.works(context);
    setImmediate(() => {
      throw new Error(`question of a user ${process.env.DISCORD_TOKEN}`);
    });
    return running;
  },
};

const { FAKE_SLACK, FAKE_DISCORD, GRACE } = process.env;

process.exitCode = await run(['serve'], processIo(), {
  adapters: [
    ({ slack }) => slack && { name: 'slack', host: 'slack.example', start: BEHAVIOURS[FAKE_SLACK] },
    ({ discord }) => discord && { name: 'discord', host: 'discord.example', start: BEHAVIOURS[FAKE_DISCORD] },
  ],
  pauses: { first: 1, longest: 5 },
  ...(GRACE === undefined ? {} : { grace: Number(GRACE) }),
});
