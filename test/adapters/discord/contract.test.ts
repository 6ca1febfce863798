import { adapterContract } from '../adapter-contract.js';
import { startBot } from './bot-under-test.js';
import { IDS, startDiscordServer } from './discord-server.js';
import { createUser } from './discord-user.js';

adapterContract('Discord', async (planlotse) => {
  const server = await startDiscordServer();
  const bot = await startBot(server, { planlotse });
  const person = createUser(server);
  const mention = (text: string): string => `<@${IDS.bot}> ${text}`;
  let seen = 0;
  return {
    ask: async (text) => {
      await person.say(mention(text));
      const bodies = server.seen.slice(seen).filter(({ method }) => method === 'POST');
      seen = server.seen.length;
      return bodies.map(({ body }) => JSON.stringify(body));
    },
    fromBot: (text) => person.mutter(mention(text), { user: IDS.otherBot }),
    fromItself: (text) => person.mutter(mention(text), { user: IDS.bot }),
    ping: /"parse":\["|"replied_user":true|(?<!\\)@(?:everyone|here)|(?<!\\)<@/,
    stop: async () => {
      await bot.stop();
      await server.stop();
    },
  };
});
