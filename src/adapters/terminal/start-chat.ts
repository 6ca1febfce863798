import { createInterface } from 'node:readline/promises';
import picocolors from 'picocolors';
import type { Planlotse } from '../../core/index.js';
import { COMMAND_NAMES } from './chat-input.js';
import { type ChatSessionOptions, createChatSession } from './chat-session.js';
import { type Line, layOut, textWidth } from './layout.js';

export interface ChatOptions extends ChatSessionOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly color: boolean;
}

/**
 * Talks with the person at the terminal until they leave. What they typed can be called back with the arrow
 * keys; it is kept in memory only, since questions can be private.
 */
export async function startChat(planlotse: Planlotse, options: ChatOptions): Promise<void> {
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
  print(session.goodbye());
  readline.close();
}

function completions(line: string): string[] {
  return line.startsWith('/') ? COMMAND_NAMES.filter((name) => name.startsWith(line)) : [];
}
