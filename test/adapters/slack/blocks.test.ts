import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../../src/adapters/slack/render-answer.js';
import { homeView } from '../../../src/adapters/slack/render-view.js';
import { fixturePlanlotse, TODAY } from '../fixture-catalog.js';
import { blockFaults } from './block-faults.js';

const planlotse = fixturePlanlotse();
const { catalog } = planlotse;

/** Typical questions, by the name of the file that shows the answer. */
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

/** Every file can be pasted into https://app.slack.com/block-kit-builder; `npm run blocks` writes them anew. */
describe('the blocks of an answer', () => {
  it.each(Object.entries(QUESTIONS))('%s: %s', async (name, text) => {
    const answer = planlotse.answer({ text, today: TODAY });
    const options = { isEphemeral: true, share: true, reportUrl: 'https://example.org/report' };
    const { blocks } = renderAnswer(answer, catalog, options);
    expect(blockFaults(blocks, 'message')).toEqual([]);
    await expect(`${JSON.stringify({ blocks }, null, 2)}\n`).toMatchFileSnapshot(`blocks/${name}.json`);
  });

  it('of the home page', async () => {
    await expect(`${JSON.stringify(homeView(catalog, 'de'), null, 2)}\n`).toMatchFileSnapshot('blocks/home.json');
  });
});
