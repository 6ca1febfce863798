import picocolors from 'picocolors';
import { answerMessage, copyMessage, tableMessage, whyMessage } from '../../src/adapters/discord/create-messages.js';
import { LIMITS as SLACK_LIMITS } from '../../src/adapters/slack/limits.js';
import { readBlocks } from '../../src/adapters/slack/read-payload.js';
import { renderAnswer } from '../../src/adapters/slack/render-answer.js';
import { renderCopyText, renderWhyText } from '../../src/adapters/slack/render-text.js';
import { layOut } from '../../src/adapters/terminal/layout.js';
import { renderAnswer as renderScreen } from '../../src/adapters/terminal/render-answer.js';
import {
  type Answer,
  answerJsonSchema,
  answerToJson,
  type Catalog,
  createTable,
  readQuery,
  renderCopy,
  renderText,
  renderWhy,
} from '../../src/core/index.js';
import { messageFaults, readComponents, sentMessage, textsIn } from '../adapters/discord/outgoing.js';
import { blockFaults } from '../adapters/slack/block-faults.js';

/** Where a person can click next, and what the click reads. */
export interface Shown {
  readonly lines: readonly string[];
  readonly codes: readonly string[];
}

/** Runs a part of the way under its name, so that its time can be told. */
export type Timed = <T>(part: string, run: () => T) => T;

const REPORT_URL = 'https://example.org/melden';
const COLORLESS = picocolors.createColors(false);
/** Never wanted in a text for people: controls but line breaks, halves of letters, signs that turn the writing around. */
const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
/** A call that Discord would hear if it were allowed to. */
const DISCORD_CALL = /(?<!\\)(?:\\\\)*(?:@everyone|@here|<[@#]|<t:)/;
const SLACK_CALL = /<[@!#]|@(?:channel|here|everyone)\b/i;
/** What makes a spreadsheet calculate: a cell that begins so. */
const FORMULA = /(?:^|;)"?[=+@\t\r-]/m;

/**
 * Everything in which an answer breaks a promise on any platform.
 *
 * @param shown - Is handed what each platform hands over with a click on a message for all.
 */
export function answerFaults(
  answer: Answer,
  catalog: Catalog,
  timed: Timed,
  shown: (message: Shown) => void = () => {},
): string[] {
  const faults: string[] = [];
  const note = (place: string, found: readonly string[]): void => {
    faults.push(...found.map((fault) => `${place}: ${fault}`));
  };
  const text = (place: string, said: string): void => {
    const [sign] = UNPRINTABLE.exec(said) ?? [];
    if (sign !== undefined) note(place, [`U+${sign.charCodeAt(0).toString(16)}`]);
  };

  timed('json', () => {
    const { error } = answerJsonSchema.safeParse(JSON.parse(JSON.stringify(answerToJson(answer, catalog))));
    note('json', error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? []);
  });
  const [why, copy, table] = timed('text, reasons, copy, table', () => {
    text('text', renderText(answer, catalog));
    text('whole text', renderText(answer, catalog, { whole: true, reasons: true }));
    return [renderWhy(answer, catalog), renderCopy(answer, catalog), createTable(answer, catalog)] as const;
  });
  text('reasons', why);
  text('copy', copy);
  text('table', table.csv.replaceAll('\r\n', '\n'));
  if (FORMULA.test(table.csv)) note('table', ['a formula']);

  timed('terminal', () => {
    const { lines } = renderScreen(answer, catalog, { reasons: true, from: 0 });
    for (const width of [80, 20]) {
      const screen = layOut(lines, width, COLORLESS);
      text('terminal', screen);
      const longest = Math.max(...screen.split('\n').map((row) => [...row].length));
      if (longest > width) note('terminal', [`a row of ${longest} on ${width}`]);
    }
  });

  timed('slack', () => {
    for (const isEphemeral of [false, true]) {
      const options = { isEphemeral, share: isEphemeral, reportUrl: REPORT_URL };
      const { blocks, text: spoken } = renderAnswer(answer, catalog, options);
      note('slack', blockFaults(blocks, 'message'));
      text('slack', spoken);
      const message = readBlocks(blocks);
      text('slack', message.lines.join('\n'));
      if (spoken.length > SLACK_LIMITS.text || SLACK_CALL.test(spoken)) note('slack', ['the text beside the blocks']);
      // Of a message for one person Slack hands other parts over.
      if (isEphemeral) continue;
      note('slack', readFaults(answer, message, catalog));
      shown(message);
    }
    for (const rendered of [renderWhyText(why), renderCopyText(copy)]) {
      if (rendered !== undefined) note('slack extra', blockFaults(rendered.blocks, 'message'));
    }
  });

  timed('discord', () => {
    for (const audience of ['public', 'private'] as const) {
      const message = answerMessage(answer, catalog, { audience, reportUrl: REPORT_URL });
      note('discord', messageFaults(sentMessage(message)));
      const said = textsIn(message.components).join('\n');
      text('discord', said);
      if (DISCORD_CALL.test(said.replaceAll(/\]\([^)]*\)/g, ']'))) note('discord', ['calls somebody']);
      if (audience === 'public') {
        const read = readComponents(message.components);
        note('discord', readFaults(answer, read, catalog));
        shown(read);
      }
    }
    for (const extra of [
      whyMessage(why, answer),
      copyMessage(copy, answer, catalog),
      tableMessage(table, answer, catalog),
    ]) {
      note('discord extra', messageFaults(sentMessage(extra)));
    }
  });
  return faults;
}

/** Whether a typed follow-up below the message would go on from another Query than that of the answer. */
function readFaults(answer: Answer, { codes, lines }: Shown, catalog: Catalog): string[] {
  if (answer.kind === 'foreign-language') return [];
  const read = JSON.stringify(sorted(readQuery(codes, lines, catalog)));
  const meant = JSON.stringify(sorted(answer.query));
  return read === meant ? [] : [`read back as ${read} in place of ${meant}`];
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
