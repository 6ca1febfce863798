import { adapterContract } from '../adapter-contract.js';
import { eventOf } from './stand-in/person.js';
import { runBot } from './stand-in/running-bot.js';

adapterContract('Slack', async (planlotse) => {
  const bot = await runBot();
  const { slack } = bot;
  const posted = () => slack.calls.all.filter(({ method }) => method === 'chat.postMessage');
  let seen = 0;
  const deliver = (from: object, words: string): Promise<unknown> => {
    const text = `<@${slack.people.bot}> ${words}`;
    const event = { type: 'app_mention', channel: slack.channels.team, text, ts: `17000000${seen}.000100`, ...from };
    return slack.socket.deliver('events_api', eventOf(event));
  };
  return {
    ask: async (text) => {
      bot.reload(planlotse());
      const next = bot.since();
      await bot.anna.mention(slack.channels.team, text);
      await next('chat.postMessage');
      const calls = posted().slice(seen);
      seen += calls.length;
      return calls.map(({ body }) => JSON.stringify(body));
    },
    fromBot: async (text) => void (await deliver({ user: 'U0OTHER', bot_id: 'B0OTHER' }, text)),
    fromItself: async (text) => void (await deliver({ user: slack.people.bot }, text)),
    ping: /<!(?:channel|here|everyone)|<@[UW]|(?<![\w\u200B])@(?:channel|here|everyone)\b/,
    stop: () => bot.close(),
  };
});
