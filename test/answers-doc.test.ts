import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type RequestError, readRequest, type StreamRequest } from '../src/commands/read-request.js';
import { type AnswerJson, answerJsonSchema } from '../src/core/index.js';

/** Not a JSON object, for the example of an error. */
const BROKEN = '{"q": "InteA"}';

const QUESTIONS = linesOf('answer-questions.jsonl');
const EXAMPLES = linesOf('answer-examples.jsonl');

describe('docs/answers.md', () => {
  it('has an example of every kind, in the shape of today (else: npm run examples)', () => {
    expect(EXAMPLES).toHaveLength(QUESTIONS.length);
    const kinds = EXAMPLES.map((line) => answerJsonSchema.parse(JSON.parse(line)).kind);
    const published = answerJsonSchema.options.flatMap(({ shape }): string[] =>
      [...shape.kind._zod.values].map(String),
    );
    expect([...kinds, 'error'].sort()).toEqual(published.sort());
  });

  it('shows them as they stand in answer-examples.jsonl (else: npm run examples)', async () => {
    const path = fileURLToPath(new URL('../docs/answers.md', import.meta.url));
    const [contract = ''] = readFileSync(path, 'utf8').split(HEADING);
    await expect(`${contract}${HEADING}${examples()}`).toMatchFileSnapshot(path);
  });

  it('explains every property that every answer has', () => {
    const contract = readFileSync(new URL('../docs/answers.md', import.meta.url), 'utf8').split(HEADING)[0] ?? '';
    const [first, ...others] = answerJsonSchema.options.filter(({ shape }) => !('code' in shape));
    const everywhere = Object.keys(first?.shape ?? {}).filter((key) => others.every(({ shape }) => key in shape));
    const explained = [...contract.matchAll(/^\| `(\w+)`/gm)].map((match) => match[1]);
    expect(everywhere.filter((key) => !explained.includes(key))).toEqual([]);
  });
});

const HEADING = '\n## Examples\n';

function examples(): string {
  const shown = QUESTIONS.map((line, at) => section(line, JSON.parse(EXAMPLES[at] ?? '') as AnswerJson, at === 0));
  return [INTRODUCTION, ...shown, section(BROKEN, readRequest(BROKEN) as RequestError, false)].join('');
}

const INTRODUCTION = `
The whole answers stand in [\`answer-examples.jsonl\`](answer-examples.jsonl), the questions in [\`answer-questions.jsonl\`](answer-questions.jsonl). \`npm run examples\` asks them anew and writes this section. Here long texts and lists longer than two are cut, and evidence stands only in the first example; each cut is marked with \`"…"\`.
`;

function section(line: string, answer: AnswerJson | RequestError, withEvidence: boolean): string {
  const shown = withEvidence || !('evidence' in answer) ? answer : { ...answer, evidence: CUT };
  return `\n### ${answer.kind}\n\n${asked(line)}\n\n\`\`\`json\n${print(cut(shown))}\n\`\`\`\n`;
}

function asked(line: string): string {
  const request = line === BROKEN ? undefined : (readRequest(line) as StreamRequest);
  if (request === undefined) return `The line \`${line}\``;
  const before = request.previous.map((question) => `“${question}”, then `).join('');
  return `${before}“${request.question}”`;
}

const CUT = '…';
const LONGEST_LIST = 2;
const LONGEST_TEXT = 120;
const WIDTH = 120;

/** Leaves out what is long, and the evidence of single cards. */
function cut(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.length <= LONGEST_TEXT || value.startsWith('http') ? value : `${value.slice(0, LONGEST_TEXT)}${CUT}`;
  }
  if (Array.isArray(value)) {
    const first: unknown[] = value.slice(0, LONGEST_LIST).map(cut);
    return value.length > LONGEST_LIST ? [...first, CUT] : first;
  }
  if (typeof value !== 'object' || value === null) return value;
  const isCard = 'kindText' in value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, isCard && key === 'evidence' ? CUT : cut(inner)]),
  );
}

/** JSON with what is short on one line, as Biome formats it. `before` stands on the same line. */
function print(value: unknown, indent = '', before = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const entries: string[] = isList
    ? value.map((item: unknown) => print(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${print(item, inner, `"${key}": `)}`);
  if (entries.length === 0) return open + close;
  const line = isList ? `[${entries.join(', ')}]` : `{ ${entries.join(', ')} }`;
  const fits = `${indent}${before}${line},`.length <= WIDTH && !line.includes('\n');
  if (fits) return line;
  return `${open}\n${entries.map((entry) => inner + entry).join(',\n')}\n${indent}${close}`;
}

function linesOf(name: string): string[] {
  return readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/);
}
