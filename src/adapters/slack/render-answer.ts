import { type Answer, type Catalog, controlsOf, createSay, echoOf, renderText } from '../../core/index.js';
import { context, type Rendered, section } from './blocks.js';
import { carry, escapeAndFit, escapeText, linkAddresses } from './escape.js';
import { LIMITS, ROOMS } from './limits.js';
import { type BodyParts, bodyBlocks } from './render-body.js';
import { controlBlocks } from './render-controls.js';

export interface RenderOptions {
  /** Only one person sees the message, and Slack does not hand its text over again with a click. */
  readonly isEphemeral?: boolean;
  /** Offers to show a private answer to the channel. */
  readonly share?: boolean;
  /** Where gaps are reported. */
  readonly reportUrl?: string;
}

/**
 * An answer as blocks and as text, in the largest room that fits into one message. The line that echoes the question
 * and the evidence line have their place in every room.
 */
export function renderAnswer(answer: Answer, catalog: Catalog, options: RenderOptions = {}): Rendered {
  const { isEphemeral, share, reportUrl } = options;
  const say = createSay(catalog, answer.language);
  const controls = controlsOf(answer, catalog, {
    ...(share === true && { share: 'channel' }),
    ...(reportUrl !== undefined && { reportUrl }),
  });
  const echo = echoOf(answer.query, catalog);
  const carried = isEphemeral === true && echo !== undefined ? carryShort(echo) : undefined;
  let blocks: Rendered['blocks'] = [];
  for (const room of ROOMS) {
    blocks = blocksOf(answer, echo, carried, { controls, say, room });
    if (fits(blocks)) break;
  }
  return { text: textOf(answer, catalog), blocks };
}

/** A question that is hardly more than signs with a meaning in markup is not worth the room of its buttons. */
const MOST_CARRIED = 400;

function carryShort(echo: string): string | undefined {
  const carried = carry(echo);
  return carried.length <= MOST_CARRIED ? carried : undefined;
}

function blocksOf(
  answer: Answer,
  echo: string | undefined,
  carried: string | undefined,
  parts: BodyParts,
): Rendered['blocks'] {
  const { controls, room } = parts;
  const [first = '', ...others] = escapeAndFit(
    answer.sentences.map((text) => ({ text })),
    room.text,
  ).filter((text) => text !== '');
  const head = [`*${first}*`, ...others.map(linkAddresses)].join('\n');
  const notices = escapeAndFit(
    answer.notices.map((text) => ({ text })),
    room.notices,
  );
  return [
    ...(first === '' ? [] : [section(isLinked(first) ? [first, ...others].map(linkAddresses).join('\n') : head)]),
    ...bodyBlocks(answer, parts),
    ...context(notices.filter((text) => text !== '').join('\n')),
    ...controlBlocks(controls, room, carried),
    ...context(echo === undefined ? '' : escapeText(echo), escapeText(answer.evidence.line)),
  ];
}

/** A link inside bold text shows its stars in some clients. */
function isLinked(text: string): boolean {
  return linkAddresses(text) !== text;
}

function fits(blocks: Rendered['blocks']): boolean {
  return blocks.length <= LIMITS.messageBlocks && JSON.stringify(blocks).length <= LIMITS.message;
}

function textOf(answer: Answer, catalog: Catalog): string {
  const whole = renderText(answer, catalog);
  const { line } = answer.evidence;
  const body = whole.endsWith(line) ? whole.slice(0, -line.length) : whole;
  return escapeAndFit([{ text: body }, { text: line, keep: true }], LIMITS.text).join('');
}
