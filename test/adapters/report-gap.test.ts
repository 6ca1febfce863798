import { describe, expect, it } from 'vitest';
import { renderComponents } from '../../src/adapters/discord/render-components.js';
import { renderAnswer as renderSlack } from '../../src/adapters/slack/render-answer.js';
import { createChatSession } from '../../src/adapters/terminal/chat-session.js';
import { fixtureCatalog, fixturePlanlotse, TODAY } from './fixture-catalog.js';

const catalog = fixtureCatalog();
const planlotse = fixturePlanlotse();
const QUESTION = 'Gibt es Quantenphysik für Musterfrau?';
const PAGE = 'https://example.org/issues/new?template=gap.yml';
const MAILBOX = 'mailto:info@example.org?subject=L%C3%BCcke';

/** Everything that a reader gets on each platform, as one text. */
const PLATFORMS = {
  terminal: (text: string, reportUrl?: string) => {
    const session = createChatSession(() => planlotse, {
      today: () => TODAY,
      explain: false,
      ...(reportUrl === undefined ? {} : { reportUrl }),
    });
    return session
      .reply(text)
      .lines.map((line) => line.text)
      .join('\n');
  },
  slack: (text: string, reportUrl?: string) => {
    const answer = planlotse.answer({ text, today: TODAY });
    return JSON.stringify(renderSlack(answer, catalog, reportUrl === undefined ? {} : { reportUrl }).blocks);
  },
  discord: (text: string, reportUrl?: string) => {
    const answer = planlotse.answer({ text, today: TODAY });
    return JSON.stringify(renderComponents(answer, catalog, reportUrl === undefined ? {} : { reportUrl }));
  },
} as const;

describe.each(['terminal', 'slack', 'discord'] as const)('"Lücke melden" in %s', (name) => {
  const shown = PLATFORMS[name];

  it('stands under an answer that found nothing, and only there', () => {
    for (const address of [PAGE, MAILBOX]) {
      expect(shown(QUESTION, address)).toContain('Lücke melden');
      expect(shown('Deutschkurse', address)).not.toContain('Lücke melden');
    }
    expect(shown(QUESTION)).not.toContain('Lücke melden');
  });

  it('opens the address as it was set, with nothing of the question', () => {
    expect(shown(QUESTION, PAGE)).toContain(PAGE);
    const [, after = ''] = shown(QUESTION, PAGE).split(PAGE);
    expect(after.slice(0, 1)).toMatch(/^(?:["\n]|)$/);
  });

  it('shows a mailbox as text, since no button opens a mail program', () => {
    const screen = shown(QUESTION, MAILBOX);
    expect(screen).toContain('info@example.org');
    // Discord refuses a whole message for one button that is no web page.
    expect(screen).not.toContain('"url":"mailto:');
  });
});

it('in Slack the mailbox is a link that opens a mail program, with the subject that was set', () => {
  expect(PLATFORMS.slack(QUESTION, MAILBOX)).toContain(`Lücke melden: <${MAILBOX}|info@example.org>`);
});
