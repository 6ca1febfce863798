import { expect, it } from 'vitest';
import { browseOf, respondToClick } from '../../../src/core/index.js';
import { realPlanlotse, TODAY } from '../real-planlotse.js';

const { catalog, planlotse } = realPlanlotse();

it('shows what the plan is, fields and groups with as many records as a click opens', () => {
  for (const language of ['de', 'en'] as const) {
    const browse = browseOf(catalog, language);
    expect(browse.title).toContain('2.0');
    expect(browse.fields).toHaveLength(catalog.actionFields.size);
    for (const { code, count, label } of [...browse.fields, ...browse.groups]) {
      const reply = respondToClick(planlotse, { code, lines: '', today: TODAY });
      expect(reply, label).toMatchObject({ kind: 'answer', answer: { kind: 'overview', total: count, language } });
    }
    expect(browse.examples).toHaveLength(5);
    expect(browse.evidenceLine).toContain(catalog.version.hash);
    expect(browse.privacy).toHaveLength(2);
  }
});
