import { describe, expect, test } from 'vitest';
import { readRequest } from '../../src/commands/read-request.js';

test('reads a plain question', () => {
  expect(readRequest('  Wer hilft?  ')).toEqual({ question: 'Wer hilft?', previous: [] });
});

test('reads an object with everything', () => {
  const request = { question: 'Und jetzt?', previous: ['Wer hilft?'], language: 'de', today: '2026-02-28' };
  expect(readRequest(JSON.stringify(request))).toEqual(request);
});

describe('answers what it cannot read with an error:', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['', 'EMPTY_QUESTION', ['empty']],
    ['\t', 'EMPTY_QUESTION', ['empty']],
    ['{Frauen', 'BROKEN_JSON', ['JSON']],
    ['{"question": "a"} und mehr', 'BROKEN_JSON', ['JSON']],
    ['{}', 'INVALID_REQUEST', ['question: is missing']],
    ['{"question": ""}', 'INVALID_REQUEST', ['question: must not be empty']],
    ['{"question": " "}', 'INVALID_REQUEST', ['question: must not be empty']],
    ['{"question": null}', 'INVALID_REQUEST', ['question: must be a string']],
    ['{"question": "a", "previous": "b"}', 'INVALID_REQUEST', ['previous: must be a list of strings']],
    ['{"question": "a", "previous": ["b", 1]}', 'INVALID_REQUEST', ['previous.1: must be a string']],
    ['{"question": "a", "language": "fr"}', 'INVALID_REQUEST', ['language: must be one of: de, en']],
    ['{"question": "a", "today": "2025-02-29"}', 'INVALID_REQUEST', ['today: must be a day that exists']],
    ['{"question": "a", "today": 20250101}', 'INVALID_REQUEST', ['today: must be a day that exists']],
    ['{"question": "a", "frage": "b"}', 'INVALID_REQUEST', ['unknown key "frage"', 'known are question']],
    ['{"question": "a", "__proto__": 1}', 'INVALID_REQUEST', ['unknown key "__proto__"']],
    ['{"question": 1, "language": 2, "x": 3}', 'INVALID_REQUEST', ['question: ', 'language: ', 'unknown key "x"']],
  ];
  test.each(cases)('%j is %s', (line, code, parts) => {
    const result = readRequest(line);
    expect(result).toMatchObject({ version: 1, kind: 'error', code });
    for (const part of parts) expect(JSON.stringify(result)).toContain(JSON.stringify(part).slice(1, -1));
  });
});

test('takes at most 50 earlier questions', () => {
  const withPrevious = (count: number): string =>
    JSON.stringify({ question: 'a', previous: Array.from({ length: count }, () => 'b') });
  expect(readRequest(withPrevious(50))).not.toHaveProperty('kind');
  expect(readRequest(withPrevious(51))).toMatchObject({ code: 'INVALID_REQUEST' });
});
