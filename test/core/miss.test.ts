import { describe, expect, it } from 'vitest';
import { type AskRequest, encodeClick, missOf, respondToClick, tellMisses } from '../../src/core/index.js';
import { fixtureCatalog, fixturePlanlotse, TODAY } from '../adapters/fixture-catalog.js';

const planlotse = fixturePlanlotse();

function miss(text: string, more: Partial<Extract<AskRequest, { readonly text: string }>> = {}) {
  return missOf(planlotse.answer({ text, today: TODAY, ...more }), text);
}

describe('what a question missed', () => {
  it('is the words that the answer says the data does not have, where nothing was found', () => {
    expect(miss('Gibt es Quantenphysik für Zebras?')).toEqual({
      kind: 'nothing-found',
      language: 'de',
      words: ['quantenphysik', 'zebras'],
    });
  });

  it('is the words that a list or a number came about without', () => {
    const topic = 'Deutschkurs, Rassismus, Netzwerk, Zebras';
    expect(miss(`Welche Maßnahmen gibt es zu ${topic}?`)).toMatchObject({ kind: 'measures', words: ['zebras'] });
    expect(miss(`Wie viele Maßnahmen gibt es zu ${topic}?`)).toMatchObject({
      kind: 'count',
      words: ['zebras'],
    });
  });

  it('is nothing where everything was found, but the kind of answer counts', () => {
    expect(miss('Deutschkurse')).toEqual({ kind: 'measures', language: 'de', words: [] });
    expect(miss('Was ist NGR?')).toMatchObject({ kind: 'record', words: [] });
    expect(miss('Danke')).toMatchObject({ kind: 'thanks', words: [] });
  });

  it('has each word once, in small letters and in the language of the question', () => {
    expect(miss('ZEBRAS, Zebras und zebras')).toMatchObject({ words: ['zebras'] });
    expect(miss('Is there anything about quantum physics?')).toMatchObject({
      language: 'en',
      words: expect.arrayContaining(['quantum', 'physics']),
    });
  });

  it('leaves out what was corrected', () => {
    expect(miss('Rassimus')).toMatchObject({ words: [] });
  });

  it('leaves out the words of earlier questions', () => {
    const first = planlotse.answer({ text: 'Quantenphysik', today: TODAY });
    expect(miss('nur laufende', { previous: [first.query] })).toMatchObject({ kind: 'nothing-found', words: [] });
  });

  it('counts words in a form as well', () => {
    expect(miss('Zebras', { clauses: [{ facet: 'region', any: ['kassel'] }] }).words).toEqual(['zebras']);
  });
});

describe('what could tell who somebody is', () => {
  it.each([
    ['mail addresses', 'Quantenphysik bei anna.musterfrau@example.org'],
    ['mentions', 'Quantenphysik @musterfrau'],
    ['mentions of platforms', 'Quantenphysik <@U123|musterfrau> <#C1|musterfrau> <:musterfrau:123>'],
    ['handles', 'Quantenphysik anna_musterfrau'],
    ['web addresses', 'Quantenphysik https://musterfrau.example/anna?musterfrau=1'],
    ['web addresses without a protocol', 'Quantenphysik musterfrau.de/anna'],
    ['numbers of telephones', 'Quantenphysik 0611/3219 0611-3219 +4961132190 0611 32 19'],
    ['file numbers and days', 'Quantenphysik AZ-2024-17 12.03.1985 DE12345'],
    ['what stands in an address elsewhere in the question', 'Quantenphysik Musterfrau musterfrau@example.org'],
    ['very long words', `Quantenphysik ${'musterfrau'.repeat(5)}`],
    ['single letters', 'Quantenphysik X Ö'],
  ])('is no word of a question: %s', (_, text) => {
    expect(miss(`Gibt es etwas zu ${text}`).words).toEqual(['quantenphysik']);
  });

  it('is not taken from a word that the longest question cuts', () => {
    const text = `Quantenphysik ${'und '.repeat(70)}musterfrau@example.org`;
    const answer = planlotse.answer({ text, today: TODAY });
    expect(missOf(answer, text).words).toEqual(['quantenphysik']);
  });

  it('leaves words with a gender mark, a hyphen or two digits', () => {
    for (const form of ['Zebrazüchter*innen', 'Zebrazüchter_innen', 'Zebrazüchter:innen']) {
      expect(miss(form).words).toEqual(['zebrazüchterinnen']);
    }
    expect(miss('Zebra-Zucht B9').words).toEqual(['zebra-zucht', 'b9']);
  });
});

it('an example that is clicked is marked as not typed', () => {
  const requests: AskRequest[] = [];
  const listening = {
    ...planlotse,
    answer: (request: AskRequest) => {
      requests.push(request);
      return planlotse.answer(request);
    },
  };
  const code =
    encodeClick({ kind: 'question', text: 'Wer hilft bei Rassismus?', language: 'de' }, planlotse.catalog) ?? '';
  respondToClick(listening, { code, lines: [], today: TODAY });
  expect(requests).toMatchObject([{ text: 'Wer hilft bei Rassismus?', isTyped: false }]);
});

it('only the answer about privacy says what is counted, and for how long', () => {
  const catalog = fixtureCatalog();
  const ask = (text: string) => planlotse.answer({ text, today: TODAY });
  const plain = ask('Was speicherst du?');
  const told = tellMisses(plain, catalog, 30);
  expect(plain.kind).toBe('privacy');
  expect(told.sentences).toHaveLength(plain.sentences.length + 1);
  expect(told.sentences.join(' ')).toContain('Nach 30 Tagen');
  expect(tellMisses(ask('What do you store?'), catalog, 30).sentences.join(' ')).toContain('After 30 days');
  expect(tellMisses(ask('Deutschkurse'), catalog, 30)).toEqual(ask('Deutschkurse'));
});
