import { expect, test } from 'vitest';
import { type ChatInput, readChatInput } from '../../../src/adapters/terminal/chat-input.js';

const cases: readonly (readonly [string, ChatInput])[] = [
  ['  ', { kind: 'empty' }],
  ['3', { kind: 'number', number: 3 }],
  ['12.', { kind: 'number', number: 12 }],
  ['2017', { kind: 'question', text: '2017' }],
  ['mehr', { kind: 'more', text: 'mehr' }],
  ['More', { kind: 'more', text: 'More' }],
  ['mehr zu Frauen', { kind: 'question', text: 'mehr zu Frauen' }],
  ['/hilfe', { kind: 'help' }],
  ['/HELP', { kind: 'help' }],
  ['/erkla\u0308ren', { kind: 'explain' }],
  ['/erklaeren', { kind: 'explain' }],
  ['/explain', { kind: 'explain' }],
  ['/sprache en', { kind: 'language', language: 'en' }],
  ['/language  DE', { kind: 'language', language: 'de' }],
  ['/language auto', { kind: 'language' }],
  ['/language fr', { kind: 'unknown', command: '/language fr' }],
  ['/sprache', { kind: 'unknown', command: '/sprache' }],
  ['/neu', { kind: 'new' }],
  ['/new', { kind: 'new' }],
  ['/ende', { kind: 'end' }],
  ['/quit', { kind: 'end' }],
  ['/constructor', { kind: 'unknown', command: '/constructor' }],
  ['Wer hilft?', { kind: 'question', text: 'Wer hilft?' }],
];

test.each(cases)('reads %j', (line, expected) => {
  expect(readChatInput(line)).toEqual(expected);
});
