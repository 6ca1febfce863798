import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, escapeQuoted, escapeWithin, plainLine } from '../../../src/adapters/discord/escape.js';

describe('escaping', () => {
  it.each([
    ['**fett** _kursiv_ ~~weg~~', '\\*\\*fett\\*\\* \\_kursiv\\_ \\~\\~weg\\~\\~'],
    ['[Name](https://evil.example)', '\\[Name\\](https://evil.example)'],
    ['# groß\n- Punkt\n1. erstens\n> Zitat', '\\# groß\n\\- Punkt\n1\\. erstens\n\\> Zitat'],
    ['@everyone @here <@1> <#2> <t:0>', '\\@everyone \\@here \\<@1\\> \\<#2\\> \\<t:0\\>'],
    ['Mail an info@example.org, 24. April, Deutsch-Kurs', 'Mail an info@example.org, 24. April, Deutsch-Kurs'],
    ['https://example.org/a_b*c steht hier', 'https://example.org/a_b*c steht hier'],
    ['https://example.org/@everyone', 'https://example.org/\\@everyone'],
    ['links\u202Erechts\u0007', 'linksrechts'],
  ])('takes the meaning out of %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('makes no link of an address that a user wrote', () => {
    expect(escapeQuoted('http://evil.example')).toBe('http\\://evil.example');
  });

  it('of what users wrote can be taken back exactly', () => {
    const line = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ''));
    fc.assert(
      fc.property(line, (text) => {
        expect(plainLine(`-# Gesucht nach: ${escapeQuoted(text)}`)).toBe(`Gesucht nach: ${text}`);
      }),
    );
  });

  it('keeps a limit after escaping', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('*', 'a', ' ', '😀') }), fc.nat(60), (text, limit) => {
        expect(escapeWithin(text, limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
