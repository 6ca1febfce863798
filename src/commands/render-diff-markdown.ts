import {
  type AnswerChange,
  DATA_LISTS,
  describeFault,
  type EntryChange,
  explainWarning,
  type FieldChange,
  type GoldenChange,
} from '../core/index.js';
import {
  type BrokenReport,
  countChanges,
  type DiffReport,
  shorten,
  shortenChange,
  sortGolden,
  verdictOf,
} from './diff-report.js';
import { adviceOn, briefInWords, DIFF_WORDS, type DiffWords, summariseAnswers } from './diff-words.js';
import { escapeMarkdown } from './escape-markdown.js';
import { byPlace } from './list-faults.js';

/** Characters that GitHub takes in a comment. */
export const MAX_COMMENT_LENGTH = 65_536;
/** A comment is found again by this line, so that it is written anew rather than repeated. */
export const COMMENT_MARK = '<!-- planlotse diff -->';

/** How many rows of each list are tried, until all of it fits into a comment. */
const ROWS = [Number.POSITIVE_INFINITY, 300, 100, 50, 25, 10, 5, 1, 0];
/** A longer list is folded away. */
const FEW = 10;
const TEXT_LENGTH = 120;

/** A comparison for a comment below a pull request, or for the summary of a workflow. */
export function renderDiffMarkdown(report: DiffReport): string {
  const words = DIFF_WORDS[report.language];
  const head = [COMMENT_MARK, `## ${words.title}`, `${code(report.old.name)} → ${code(report.next.name)}`];
  if (report.entries.length === 0) return toText([...head, words.same]);
  return fitComment(words, (rows) => [
    ...head,
    overview(report, words),
    ...goldenPart(report, words, rows),
    ...answersPart(report, words, rows),
    ...warningsPart(report, words, rows),
    ...dataPart(report, words, rows),
  ]);
}

/** The faults of the sides that are broken. */
export function renderBrokenMarkdown({ sides, language }: BrokenReport): string {
  const words = DIFF_WORDS[language];
  return fitComment(words, (rows) => [
    COMMENT_MARK,
    `## ${words.title}`,
    ...sides.flatMap(({ name, faults, pathOf }) => [
      `### ${escapeMarkdown(words.brokenSide(name, faults.length))}`,
      bullets(
        [...faults]
          .sort(byPlace)
          .map(
            (fault) =>
              `${code(`${pathOf(fault.file)}:${fault.line}:${fault.column}`)} ${escapeMarkdown(describeFault(fault, language))}`,
          ),
        rows,
        words,
      ),
    ]),
    words.mendFirst,
  ]);
}

/** The whole, or with as many rows as fit and a note. */
function fitComment(words: DiffWords, partsOf: (rows: number) => readonly string[]): string {
  for (const rows of ROWS) {
    const isWhole = rows === ROWS[0];
    const text = toText([...partsOf(rows), ...(isWhole ? [] : [`*${words.cut}*`])]);
    if (text.length <= MAX_COMMENT_LENGTH) return text;
  }
  return toText([COMMENT_MARK, `## ${words.title}`, words.cut]);
}

function toText(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function overview({ entries, golden, answers, asked }: DiffReport, words: DiffWords): string {
  const lists = DATA_LISTS.flatMap((list) => {
    const ofList = entries.filter((entry) => entry.list === list);
    const counts = [...countChanges(ofList)].map(([change, count]) => `${count} ${words.changes[change]}`);
    return counts.length === 0 ? [] : [`- ${words.lists[list]}: ${counts.join(', ')}`];
  });
  return [
    ...lists,
    `- ${words.goldenAnswers}: ${summariseAnswers(golden.length, asked.golden, words)}`,
    `- ${words.typicalAnswers}: ${summariseAnswers(answers.length, asked.typical, words)}`,
  ].join('\n');
}

function goldenPart({ golden }: DiffReport, words: DiffWords, rows: number): string[] {
  if (golden.length === 0) return [];
  const row = (change: GoldenChange): string[] => {
    const { question, previous, expectation, old, new: next } = change;
    const notes = [words.verdicts[verdictOf(change)], words.expectations[expectation]].filter((note) => note !== '');
    const verdict = next.passed ? notes.join('; ') : `**${notes.join('; ')}**`;
    return [
      quoted([...previous, question].join(' › ')),
      escapeMarkdown(briefInWords(old, words)),
      escapeMarkdown(briefInWords(next, words)),
      `${verdict}${next.passed ? '' : `: ${quoted(next.problems.join('; '))}`}`,
    ];
  };
  const table = tableOf([words.question, words.before, words.now, ''], sortGolden(golden).map(row), rows, words);
  return [`### ${words.goldenAnswers}`, folded(table, golden.length, words)];
}

function answersPart({ answers, asked }: DiffReport, words: DiffWords, rows: number): string[] {
  if (answers.length === 0) return [];
  const row = ({ question, origin, old, new: next }: AnswerChange): string[] => [
    quoted(question),
    escapeMarkdown(briefInWords(old, words)),
    escapeMarkdown(briefInWords(next, words)),
    escapeMarkdown(words.origin(origin)),
  ];
  const table = tableOf([words.question, words.before, words.now, words.from], answers.map(row), rows, words);
  return [
    `### ${words.typicalAnswers}`,
    folded(table, answers.length, words),
    asked.leftOut === 0 ? '' : words.leftOut(asked.leftOut),
  ];
}

function warningsPart({ warnings, next, language }: DiffReport, words: DiffWords, rows: number): string[] {
  if (warnings.length === 0) return [];
  const lines = [...warnings].sort(byPlace).map((warning) => {
    const { message, mend } = explainWarning(warning, language);
    return `${code(`${next.pathOf(warning.file)}:${warning.line}`)} ${escapeMarkdown(`${message} ${mend}`)}`;
  });
  return [`### ${words.warnings}`, folded(bullets(lines, rows, words), lines.length, words)];
}

function dataPart({ entries }: DiffReport, words: DiffWords, rows: number): string[] {
  const shown = entries.slice(0, rows);
  return [
    `### ${words.data}`,
    ...shown.map((entry) => entryPart(entry, words, rows)),
    shown.length < entries.length ? words.more(entries.length - shown.length) : '',
  ];
}

function entryPart(entry: EntryChange, words: DiffWords, rows: number): string {
  const { list, change, id, label, file, fields } = entry;
  const advice = escapeMarkdown(adviceOn(entry, words));
  const name = `${code(file ?? id)}${label === undefined ? '' : ` ${quoted(label)}`}`;
  if (fields.length === 0) {
    return `- ${words.lists[list]}, **${words.changes[change]}**: ${name}${advice === '' ? '' : `. ${advice}`}`;
  }
  const table = tableOf([words.field, words.before, words.now], fields.map(fieldRow), rows, words);
  const content = advice === '' ? table : `${advice}\n\n${table}`;
  return foldedUnder(`${words.lists[list]}, <b>${words.changes[change]}</b>: ${name} (${fields.length})`, content);
}

function fieldRow({ kind, field, old, new: next }: FieldChange): string[] {
  const shown = kind === 'value' ? shortenChange(old, next, TEXT_LENGTH) : { old, new: next };
  const value = (text: string | undefined, sign: string): string =>
    text === undefined ? '' : `${kind === 'list' ? `${sign} ` : ''}${quoted(text)}`;
  return [code(field), value(shown.old, '−'), value(shown.new, '+')];
}

function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  most: number,
  words: DiffWords,
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const shown = rows.slice(0, most);
  const rest = rows.length - shown.length;
  return [
    line(head),
    line(head.map(() => '---')),
    ...shown.map(line),
    ...(rest === 0 ? [] : ['', words.more(rest)]),
  ].join('\n');
}

function bullets(lines: readonly string[], most: number, words: DiffWords): string {
  const shown = lines.slice(0, most);
  const rest = lines.length - shown.length;
  return [...shown.map((line) => `- ${line}`), ...(rest === 0 ? [] : [`- ${words.more(rest)}`])].join('\n');
}

function folded(content: string, length: number, words: DiffWords): string {
  if (length <= FEW) return content;
  return foldedUnder(words.show(length), content);
}

/** A summary is read as HTML, what is below it as Markdown. */
function foldedUnder(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

function quoted(text: string): string {
  return escapeMarkdown(shorten(text, TEXT_LENGTH));
}

function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}
