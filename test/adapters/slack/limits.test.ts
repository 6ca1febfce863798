import { setImmediate } from 'node:timers/promises';
import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS, ROOMS } from '../../../src/adapters/slack/limits.js';
import { readBlocks } from '../../../src/adapters/slack/read-payload.js';
import { renderAnswer } from '../../../src/adapters/slack/render-answer.js';
import { renderCopyText, renderNote, renderWhyText } from '../../../src/adapters/slack/render-text.js';
import { answerView, formView, homeView } from '../../../src/adapters/slack/render-view.js';
import { type Answer, createSay, echoOf, LANGUAGE_TAGS, readEcho, readGolden } from '../../../src/core/index.js';
import { realPlanlotse, TODAY } from '../../core/real-planlotse.js';
import { dataFiles } from '../../data-files.js';
import { arbitraryAnswer, arbitraryText, KINDS } from '../arbitrary-answer.js';
import { blockFaults } from './block-faults.js';

const { catalog, planlotse } = realPlanlotse();

// Lets the runner hear from this worker between tests that work for seconds.
afterEach(async () => {
  await setImmediate();
});

describe('no limit of Slack is exceeded', () => {
  it('by any answer of any kind', { timeout: 60_000 }, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryAnswer(catalog), fc.boolean(), (answer, isEphemeral) => {
        seen.add(answer.kind);
        const { text, blocks } = renderAnswer(answer, catalog, {
          isEphemeral,
          share: isEphemeral,
          reportUrl: 'https://example.org/r',
        });
        const typed: readonly KnownBlock[] = blocks;
        expect(blockFaults(typed, 'message')).toEqual([]);
        expect(text.length).toBeLessThanOrEqual(LIMITS.text);
        expect(text).not.toMatch(/<[@!#]|@channel\b/);
        // The evidence line is the last of all, whole, and the words of the question can be read back.
        const { lines } = readBlocks(blocks);
        expect(lines.join('\n')).toContain(printable(answer.evidence.line));
        const echo = echoOf(answer.query, catalog);
        if (echo !== undefined) expect(readEcho(lines, catalog)).toBe(printable(answer.query.text));
      }),
      { numRuns: 300, endOnFailure: true },
    );
    expect([...seen].sort()).toEqual([...KINDS].sort());
  });

  it('by any answer to a golden question, all of it in the largest rooms', { timeout: 60_000 }, () => {
    const { questions } = readGolden(dataFiles, catalog);
    for (const { question } of questions) {
      const answer = planlotse.answer({ text: question, today: TODAY });
      const { blocks } = renderAnswer(answer, catalog, { isEphemeral: true, share: true });
      expect(blockFaults(blocks, 'message'), question).toEqual([]);
      const shown = JSON.stringify(blocks);
      if ('cards' in answer)
        for (const { title } of answer.cards) expect(shown, question).toContain(title.slice(0, 20));
    }
  });

  it('by texts of any length, which become a file where they are too long', () => {
    fc.assert(
      fc.property(arbitraryText(30_000), (text) => {
        for (const rendered of [renderWhyText(text), renderCopyText(text), renderNote(text.slice(0, 300))]) {
          if (rendered === undefined) expect(text.length).toBeGreaterThan(1500);
          else expect(blockFaults(rendered.blocks, 'message')).toEqual([]);
        }
      }),
    );
    expect(renderCopyText('Eine Zeile.\n'.repeat(500))?.blocks.length).toBeGreaterThan(1);
    expect(renderCopyText('Eine Zeile.\n'.repeat(5000))).toBeUndefined();
  });

  it.each(LANGUAGE_TAGS)('by the home page and the windows in %s', (language) => {
    const say = createSay(catalog, language);
    for (const view of [homeView(catalog, language), formView(say), answerView(renderNote('x'), say)]) {
      expect(blockFaults(view.blocks as KnownBlock[], 'view')).toEqual([]);
      expect(view.private_metadata?.length).toBeLessThanOrEqual(LIMITS.privateMetadata);
      if (view.type === 'modal') {
        for (const text of [view.title, view.submit, view.close])
          expect(text?.text.length ?? 0).toBeLessThanOrEqual(LIMITS.viewTitle);
        expect(view.title.text).not.toContain('…');
      }
    }
  });

  it('in rooms that get smaller and smaller', () => {
    for (const [index, room] of ROOMS.slice(1).entries()) {
      const larger = ROOMS[index];
      for (const [key, size] of Object.entries(room))
        expect(size).toBeLessThanOrEqual(larger?.[key as keyof typeof larger] ?? 0);
    }
  });
});

/** What is left of a text on a screen: neither control characters nor halves of letters. */
function printable(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '').replaceAll('\u2060', '');
}

describe('the worst that the schema allows', () => {
  const long = (sign: string, length: number): string => sign.repeat(Math.ceil(length / sign.length)).slice(0, length);

  it.each(['"', '&', '\\', 'Ü', '👩🏽‍🚀', 'https://a.de '])('in %s fits into a message', (sign) => {
    const card = (id: string) => ({
      id,
      kind: 'measure' as const,
      kindText: long(sign, 30),
      title: long(sign, 200),
      line: long(sign, 1200),
      otherLanguage: true,
      remark: long(sign, 300),
      evidence: {
        id,
        status: 'running' as const,
        statusText: long(sign, 30),
        asOfText: long(sign, 400),
        provenance: 'state-policy' as const,
        provenanceText: long(sign, 400),
        sources: Array.from({ length: 30 }, () => ({
          title: '',
          text: long(sign, 400),
          url: `https://a.de/${long(sign, 487)}`,
        })),
      },
    });
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const counts = Array.from({ length: 300 }, (_, value) => ({
      value: `v${value}`,
      label: long(sign, 120),
      count: 9,
    }));
    const shared = {
      language: 'de',
      ids,
      apart: [],
      offered: [],
      total: 300,
      query: { action: 'list', language: 'de', text: long(sign, 299).trim(), clauses: [], page: 2 },
      sentences: [1, 2, 3, 4].map(() => long(sign, 900)),
      notices: [1, 2, 3, 4].map(() => long(sign, 900)),
      reasons: [{ id: 'a', text: 'x', words: [] }],
      evidence: { line: long(sign, 160), dataVersion: catalog.version, dataAsOf: '2026-01' },
    };
    const kinds = [
      {
        kind: 'measures',
        cards: ids.map(card),
        apartCards: ids.map((id) => card(`apart-${id}`)),
        narrowing: (['field', 'group', 'organisation', 'region'] as const).map((facet) => ({
          facet,
          label: sign,
          counts,
        })),
        page: 2,
        pages: 3,
        filters: [],
      },
      {
        kind: 'record',
        card: card('a'),
        summary: long(sign, 1200),
        details: Array.from({ length: 15 }, () => ({ label: long(sign, 30), text: long(sign, 1500) })),
        contact: { label: sign, url: `https://a.de/${long(sign, 487)}` },
        related: Array.from({ length: 30 }, (_, id) => ({ id: `r${id}`, title: long(sign, 75) })),
      },
      { kind: 'help', examples: Array.from({ length: 9 }, (_, id) => `${id}${long(sign, 80)}`) },
    ];
    for (const kind of kinds) {
      const answer = { ...shared, ...kind } as unknown as Answer;
      for (const isEphemeral of [true, false]) {
        const { blocks } = renderAnswer(answer, catalog, { isEphemeral, share: true });
        expect(blockFaults(blocks, 'message'), `${answer.kind} ${isEphemeral}`).toEqual([]);
      }
    }
  });
});
