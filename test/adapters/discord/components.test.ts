import { describe, expect, it } from 'vitest';
import { renderComponents } from '../../../src/adapters/discord/render-components.js';
import { fixturePlanlotse, TODAY } from '../fixture-catalog.js';
import { messageFaults } from './outgoing.js';

const planlotse = fixturePlanlotse();
const { catalog } = planlotse;

/** The same typical questions as for Slack, by the name of the file that shows the answer. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'list-with-menus': 'Deutschkurse',
  'list-with-other-kinds': 'Beratung gegen Rassismus',
  'list-in-english': 'What is done against racism?',
  record: 'Was ist NGR?',
  value: 'Wann beginnt NGR?',
  count: 'Wie viele Maßnahmen gibt es?',
  'what-the-plan-contains': 'Welche Maßnahmen enthält der Plan 2.0?',
  'nothing-found': 'Quantenphysik <!channel>',
  help: 'Hilfe',
  about: 'Bist du eine KI?',
};

const COMPONENTS_V2_WITHOUT_EMBEDS = 32_772;

/** Every file is the body of a message as Discord's API takes it; `npm run components` writes them anew. */
describe('the components of an answer', () => {
  it.each(Object.entries(QUESTIONS))('%s: %s', async (name, text) => {
    const answer = planlotse.answer({ text, today: TODAY });
    const component = renderComponents(answer, catalog, { share: 'public', reportUrl: 'https://example.org/report' });
    const body = { flags: COMPONENTS_V2_WITHOUT_EMBEDS, allowed_mentions: { parse: [] }, components: [component] };
    expect(messageFaults({ ...body, allowed_mentions: { parse: [], replied_user: false } })).toEqual([]);
    await expect(`${JSON.stringify(body, null, 2)}\n`).toMatchFileSnapshot(`components/${name}.json`);
  });
});
