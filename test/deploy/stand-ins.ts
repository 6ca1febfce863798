// The bench's stand-in of Discord, since that of the tests runs within vitest alone.
import { startStandIn as startDiscord, TOKEN } from '../../bench/discord-stand-in.js';
import { createPerson, textOf } from '../adapters/slack/stand-in/person.js';
import { screenOf } from '../adapters/slack/stand-in/running-bot.js';
import { APP_TOKEN, BOT_TOKEN, startStandIn as startSlack } from '../adapters/slack/stand-in/stand-in.js';
import { freePort } from '../free-port.js';

/** Both platforms on the loopback, and somebody on each who asks. */
export interface StandIns {
  /** What the program needs to connect to them, and a free port for its health. */
  readonly env: Readonly<Record<string, string>>;
  /** Resolves with the answer. */
  readonly askSlack: (question: string) => Promise<string>;
  /** Resolves with how long the answer took, in milliseconds. */
  readonly askDiscord: (question: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** A command with subcommand `frage`, as Discord numbers its types. */
const COMMAND = { interaction: 2, subcommand: 1, string: 3 };

export async function startStandIns(): Promise<StandIns> {
  const [slack, discord, port] = await Promise.all([startSlack(), startDiscord(), freePort()]);
  return {
    env: {
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.url,
      PLANLOTSE_HEALTH_PORT: String(port),
      PLANLOTSE_HEALTH_HOST: '127.0.0.1',
    },
    askSlack: async (question) => {
      await createPerson(slack, slack.socket).command(question);
      return textOf(screenOf(await slack.calls.next(({ method }) => method === 'respond')).blocks);
    },
    askDiscord: (question) => {
      const text = { name: 'text', type: COMMAND.string, value: question };
      const options = [{ name: 'frage', type: COMMAND.subcommand, options: [text] }];
      return discord.ask({ type: COMMAND.interaction, data: { id: '1', name: 'plan', type: 1, options } });
    },
    stop: async () => {
      discord.close();
      await slack.close();
    },
  };
}
