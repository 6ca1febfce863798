// @ts-check
// The least that a bot on discord.js can be: it says what it is asked. The bench compares with it.
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: process.env.DISCORD_API_URL ?? '' } });

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: 'echo', value: 'echo' }]);
  else if (interaction.isRepliable()) await interaction.reply({ content: 'echo', flags: MessageFlags.Ephemeral });
});

await client.login(process.env.DISCORD_TOKEN);
