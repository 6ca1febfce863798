import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  carry,
  escapeAndCut,
  escapeText,
  link,
  linkAddresses,
  plain,
  readable,
  uncarry,
} from '../../../src/adapters/slack/escape.js';
import { arbitraryText } from '../arbitrary-answer.js';

describe('text for Slack', () => {
  it('shows markup as it is and calls nobody', () => {
    expect(escapeText('<!here> & <@U123> > @channel')).toBe('&lt;!here&gt; &amp; &lt;@U123&gt; &gt; @\u2060channel');
    expect(plain('@everyone @here a@channel.de', 75)).not.toMatch(/@(?:channel|here|everyone)\b/);
    expect(escapeText('a\u0000b\uD800c\nd')).toBe('abc\nd');
  });

  it('is read back as it was, also where Slack marks links', () => {
    // The sign that keeps names from calling is taken for the bot's own.
    const texts = arbitraryText(300).map((text) => text.replaceAll('\u2060', ''));
    fc.assert(
      fc.property(texts, (text) => {
        const printed = text.replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '');
        expect(readable(escapeText(text))).toBe(printed);
        expect(uncarry(carry(text))).toBe(printed);
        expect(readable(carry(text))).toBe(carry(text));
      }),
    );
    expect(readable('<https://a.de|a.de> <mailto:a@b.de|a@b.de> <https://c.de>')).toBe('a.de a@b.de https://c.de');
    expect(readable('<@U123> fragt <#C1|team> <#C2> <!here> <!subteam^S1|@alle>')).toBe(' fragt team   ');
  });

  it('is cut at the limit, never through an entity', () => {
    for (let limit = 1; limit < 30; limit++) {
      const cut = escapeAndCut('a & b < c > d & e', limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(cut).not.toMatch(/&(?!amp;|lt;|gt;)/);
    }
    expect(escapeAndCut('a & b', 9)).toBe('a &amp; b');
    expect(escapeAndCut('a & b', 8)).toBe('a…');
  });

  it('has links where there are addresses, without what follows them', () => {
    expect(linkAddresses('Siehe https://a.de/b?c=1&amp;d=2.')).toBe('Siehe <https://a.de/b?c=1&amp;d=2>.');
    expect(linkAddresses('&lt;https://a.de&gt; (https://b.de)')).toBe('&lt;<https://a.de>&gt; (<https://b.de>)');
    expect(linkAddresses('https://a.de/abgeschn…')).toBe('https://a.de/abgeschn…');
    expect(link('https://a.de/?a|b&c', 'Quelle')).toBe('<https://a.de/?a%7Cb&amp;c|Quelle>');
  });
});
