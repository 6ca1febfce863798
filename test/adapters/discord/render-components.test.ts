import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { answerMessage, copyMessage, tableMessage, whyMessage } from '../../../src/adapters/discord/create-messages.js';
import { countComponents, renderComponents } from '../../../src/adapters/discord/render-components.js';
import {
  type Answer,
  createTable,
  readEcho,
  readGolden,
  readQuery,
  renderCopy,
  renderWhy,
} from '../../../src/core/index.js';
import { realPlanlotse, TODAY } from '../../core/real-planlotse.js';
import { dataFiles } from '../../data-files.js';
import { arbitraryAnswer, KINDS } from '../arbitrary-answer.js';
import { flatten, messageFaults, readComponents, sentMessage, textsIn } from './outgoing.js';

const { catalog, planlotse } = realPlanlotse();

// Lets the runner hear from this worker between tests that work for seconds.
afterEach(async () => {
  await setImmediate();
});

const readBack = (answer: Answer) => readComponents([renderComponents(answer, catalog)]);
const textsOf = (answer: Answer): string[] => textsIn([renderComponents(answer, catalog)]);

describe('an answer as components', () => {
  it.each(KINDS)('of kind %s keeps every limit, its evidence and its echo, whatever it holds', (kind) => {
    fc.assert(
      fc.property(
        arbitraryAnswer(catalog, kind),
        fc.constantFrom('public', 'private', 'direct'),
        (answer, audience) => {
          const message = answerMessage(answer, catalog, {
            audience: audience as 'public',
            reportUrl: 'https://example.org/melden',
            note: 'Ein Hinweis zu dieser Nachricht.',
          });
          expect(messageFaults(sentMessage(message))).toEqual([]);
          const text = textsOf(answer).join('\n');
          expect(text.endsWith(`-# ${answer.evidence.line}`)).toBe(true);
          expect(text).not.toMatch(/(?<!\\)(?:\\\\)*(?:@everyone|@here|<@)/);
          const { lines } = readBack(answer);
          const visible = answer.query.text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '');
          expect(readEcho(lines, catalog)).toBe(visible);
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('fits for every golden question, with its controls, and tells a follow-up what was asked', {
    timeout: 60_000,
  }, () => {
    for (const { question } of readGolden(dataFiles, catalog).questions) {
      const answer = planlotse.answer({ text: question, today: TODAY });
      const message = answerMessage(answer, catalog, { audience: 'private' });
      expect(messageFaults(sentMessage(message)), question).toEqual([]);
      expect(countComponents(renderComponents(answer, catalog)), question).toBeLessThanOrEqual(40);
      const { codes, lines } = readBack(answer);
      if (answer.kind === 'foreign-language') continue;
      expect(readQuery(codes, lines, catalog), question).toEqual(answer.query);
    }
  });

  it('gives every record of a page its line, its evidence and its button', () => {
    const answer = planlotse.answer({ text: 'Maßnahmen gegen Diskriminierung', today: TODAY });
    if (answer.kind !== 'measures') throw new Error(answer.kind);
    const text = textsOf(answer).join('\n');
    expect(answer.cards).toHaveLength(5);
    for (const { evidence } of answer.cards) {
      expect(text).toContain(evidence.asOfText);
      expect(text).toContain(`](${evidence.sources[0]?.url})`);
    }
    const nodes = flatten(renderComponents(answer, catalog) as never);
    expect(nodes.filter((node) => node.accessory !== undefined)).toHaveLength(5);
  });
});

describe('what stands beside an answer', () => {
  it('keeps every limit for every golden question', () => {
    for (const { question } of readGolden(dataFiles, catalog).questions.slice(0, 150)) {
      const answer = planlotse.answer({ text: question, today: TODAY });
      for (const message of [
        whyMessage(renderWhy(answer, catalog), answer),
        copyMessage(renderCopy(answer, catalog), answer, catalog),
        tableMessage(createTable(answer, catalog), answer, catalog),
      ]) {
        expect(messageFaults(sentMessage(message)), question).toEqual([]);
        expect(message.content ?? message.components).toBeTruthy();
      }
    }
  });

  it('keeps the evidence under reasons of any length', () => {
    const answer = planlotse.answer({ text: 'InteA', today: TODAY });
    const { content = '' } = whyMessage(`Darum:\n${'- **x** Grund\n'.repeat(5000)}`, answer);
    expect(content.length).toBeLessThanOrEqual(2000);
    expect(content).toContain(answer.evidence.line);
    expect(content).toContain('- \\*\\*x\\*\\* Grund');
  });

  it('cannot be broken out of its code block', () => {
    const answer = planlotse.answer({ text: 'InteA', today: TODAY });
    expect(copyMessage('a ``` b', answer, catalog).components).toEqual([{ type: 10, content: "```\na ''' b\n```" }]);
    expect(messageFaults(sentMessage(copyMessage('x'.repeat(3992), answer, catalog)))).toEqual([]);
    const long = copyMessage('x'.repeat(3993), answer, catalog);
    expect(long.files).toHaveLength(1);
    expect(long.content).toContain(answer.evidence.line);
  });
});
