import { clearScreenDown, cursorTo, moveCursor } from 'node:readline';
import { createInterface, type Interface } from 'node:readline/promises';
import picocolors from 'picocolors';
import type { Planlotse } from '../../core/index.js';
import { COMMAND_NAMES } from './chat-input.js';
import { type ChatSessionOptions, createChatSession, type DataNews } from './chat-session.js';
import { type Line, layOut, textWidth } from './layout.js';

export interface ChatOptions extends ChatSessionOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly color: boolean;
  /** Is handed what tells the person that the data has changed; between two lines that they type, or amid one. */
  readonly followData?: (tell: (news: DataNews) => void) => void;
}

/**
 * Talks with the person at the terminal until they leave. What they typed can be called back with the arrow
 * keys; it is kept in memory only, since questions can be private.
 *
 * @param planlotse - Asked anew for every line.
 */
export async function startChat(planlotse: () => Planlotse, options: ChatOptions): Promise<void> {
  const { input, output } = options;
  const session = createChatSession(planlotse, options);
  const colors = picocolors.createColors(options.color);
  const print = (lines: readonly Line[]): void => {
    output.write(layOut(lines, textWidth(output.columns), colors));
  };
  print(session.greeting);
  const readline = createInterface({
    input,
    output,
    terminal: output.isTTY === true,
    prompt: `${colors.bold('>')} `,
    removeHistoryDuplicates: true,
    completer: (line: string): [string[], string] => [completions(line), line],
  });
  readline.on('SIGINT', () => readline.close());
  const prompt = (): void => {
    output.write('\n');
    readline.prompt();
  };
  let isOnPrompt = true;
  prompt();
  options.followData?.((news) => {
    if (!isOnPrompt) return;
    const rows = output.isTTY === true ? leavePrompt(readline, output) : 0;
    print(session.news(news));
    output.write('\n'.repeat(rows));
    readline.prompt(true);
  });
  for await (const line of readline) {
    isOnPrompt = false;
    const { lines, ends } = session.reply(line);
    if (ends) break;
    print(lines);
    isOnPrompt = true;
    prompt();
  }
  // Ctrl-C and Ctrl-D leave the cursor behind the prompt.
  if (isOnPrompt) output.write('\n');
  isOnPrompt = false;
  print(session.goodbye());
  readline.close();
}

/**
 * Clears the rows of the prompt, so that something can be printed in their place.
 *
 * @returns how many rows readline goes up before it shows the prompt and what was typed again: those above the cursor,
 *   or none yet after a paste.
 */
function leavePrompt(readline: Interface, output: NodeJS.WritableStream): number {
  const { rows } = readline.getCursorPos();
  moveCursor(output, 0, -rows);
  cursorTo(output, 0);
  clearScreenDown(output);
  return 'prevRows' in readline && typeof readline.prevRows === 'number' ? readline.prevRows : rows;
}

function completions(line: string): string[] {
  return line.startsWith('/') ? COMMAND_NAMES.filter((name) => name.startsWith(line)) : [];
}
