import {
  type AnswerChange,
  DATA_LISTS,
  describeFault,
  type EntryChange,
  explainWarning,
  type FieldChange,
  type GoldenChange,
  nameWarnings,
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
import { byPlace } from './list-faults.js';

const MARKS: Readonly<Record<EntryChange['change'], string>> = { added: '+', changed: '~', removed: '-', renamed: '>' };
const VALUE_LENGTH = 80;

/** A comparison for the terminal: what is in the data, then what people who ask are told. */
export function renderDiffText(report: DiffReport): string {
  const words = DIFF_WORDS[report.language];
  const head = `${words.title}: ${report.old.name} → ${report.next.name}`;
  if (report.entries.length === 0) return `${head}\n${words.same}\n`;
  const blocks = [
    [head],
    ...DATA_LISTS.map((list) => listBlock(list, report, words)),
    goldenBlock(report, words),
    answersBlock(report, words),
    warningsBlock(report, words),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** The faults of the sides that are broken. */
export function renderBrokenText({ sides, language }: BrokenReport): string {
  const words = DIFF_WORDS[language];
  const blocks = sides.map(({ name, faults, pathOf }) => [
    words.brokenSide(name, faults.length),
    ...[...faults]
      .sort(byPlace)
      .map((fault) => `${pathOf(fault.file)}:${fault.line}:${fault.column} ${describeFault(fault, language)}`),
  ]);
  return `${[...blocks.map((block) => block.join('\n')), words.mendFirst].join('\n\n')}\n`;
}

function listBlock(list: EntryChange['list'], { entries }: DiffReport, words: DiffWords): string[] {
  const ofList = entries.filter((entry) => entry.list === list);
  if (ofList.length === 0) return [];
  const counts = [...countChanges(ofList)].map(([change, count]) => `${count} ${words.changes[change]}`).join(', ');
  return [`${words.lists[list]}: ${counts}`, ...ofList.flatMap((entry) => entryLines(entry, words))];
}

function entryLines(entry: EntryChange, words: DiffWords): string[] {
  const { change, id, label, fields } = entry;
  const advice = adviceOn(entry, words);
  return [
    `  ${MARKS[change]} ${id}${label === undefined ? '' : ` (${shorten(label, VALUE_LENGTH)})`}`,
    ...(advice === '' ? [] : [`      ${advice}`]),
    ...fields.map((field) => `      ${fieldLine(field)}`),
  ];
}

function fieldLine({ kind, field, old, new: next }: FieldChange): string {
  const shown = kind === 'value' ? shortenChange(old, next, VALUE_LENGTH) : { old, new: next };
  const quoted = (text: string | undefined): string => (text === undefined ? '–' : `„${shorten(text, VALUE_LENGTH)}“`);
  if (kind === 'value') return `${field}: ${quoted(shown.old)} → ${quoted(shown.new)}`;
  const parts = [
    ...(old === undefined ? [] : [`− ${quoted(old)}`]),
    ...(next === undefined ? [] : [`+ ${quoted(next)}`]),
  ];
  return `${field}: ${parts.join(' ')}`;
}

function goldenBlock({ golden, asked }: DiffReport, words: DiffWords): string[] {
  return [
    `${words.goldenAnswers}: ${summariseAnswers(golden.length, asked.golden, words)}`,
    ...sortGolden(golden).flatMap((change) => goldenLines(change, words)),
  ];
}

function goldenLines(change: GoldenChange, words: DiffWords): string[] {
  const { question, previous, file, expectation, old, new: next } = change;
  const notes = [words.verdicts[verdictOf(change)], words.expectations[expectation]].filter((note) => note !== '');
  return [
    `  ${[...previous, question].join(' › ')} (${file})`,
    `      ${notes.join('; ')}`,
    `      ${words.before}: ${briefInWords(old, words)}`,
    `      ${words.now}: ${briefInWords(next, words)}`,
    ...(next.passed ? [] : [`      ${words.why}: ${next.problems.join('; ')}`]),
  ];
}

function answersBlock({ answers, asked }: DiffReport, words: DiffWords): string[] {
  return [
    `${words.typicalAnswers}: ${summariseAnswers(answers.length, asked.typical, words)}`,
    ...(asked.leftOut === 0 ? [] : [words.leftOut(asked.leftOut)]),
    ...answers.flatMap((change) => answerLines(change, words)),
  ];
}

function answerLines({ question, origin, old, new: next }: AnswerChange, words: DiffWords): string[] {
  return [
    `  ${question} (${words.origin(origin)})`,
    `      ${words.before}: ${briefInWords(old, words)}`,
    `      ${words.now}: ${briefInWords(next, words)}`,
  ];
}

function warningsBlock({ warnings, next, language }: DiffReport, words: DiffWords): string[] {
  if (warnings.length === 0) return [];
  return [
    `${words.warnings}: ${warnings.length}`,
    ...[...warnings].sort(byPlace).map((warning) => {
      const { message, mend } = explainWarning(warning, language);
      const place = `${next.pathOf(warning.file)}:${warning.line}:${warning.column}`;
      return `  ${place} ${nameWarnings(warning.code, language)}: ${message} ${mend}`;
    }),
  ];
}
