import { explainWarning, type LanguageTag, nameWarnings, type Warning } from '../core/index.js';
import { type CheckReport, groupWarnings, type WarningGroup } from './check-report.js';
import { createDataPath } from './data-path.js';
import { summariseData } from './data-summary.js';
import { countFaults, listFaults } from './list-faults.js';
import type { ProgramIo } from './program-io.js';
import type { Settings } from './settings.js';
import { WORDS } from './summary-words.js';

/** Faults or what the data holds (in short, only that it is in order), then the warnings by kind, the rarest first. */
export function renderCheckText(
  report: CheckReport,
  settings: Settings,
  io: ProgramIo,
  length: 'long' | 'short' = 'long',
): string {
  const { faults, catalog, golden, language } = report;
  const words = WORDS[language];
  // Golden questions are checked against a catalogue; without one nothing can be said of them.
  const unchecked = catalog === undefined ? ` ${words.goldenUnchecked}` : '';
  const first =
    catalog !== undefined && faults.length === 0
      ? `${length === 'short' ? words.inOrder : summariseData(catalog, golden, language)}\n`
      : `${listFaults(faults, language, settings, io)}${countFaults(faults, language)}${unchecked}\n`;
  return [first, linksLine(report), warningLines(report, createDataPath(settings, io.cwd))].filter(Boolean).join('\n');
}

function linksLine({ links, language }: CheckReport): string {
  return links === undefined ? '' : `${WORDS[language].links(links.addresses, links.unchecked)}\n`;
}

function warningLines(report: CheckReport, pathOf: (file: string) => string): string {
  const { warnings, language, show } = report;
  const words = WORDS[language];
  const groups = groupWarnings(report);
  if (groups.length === 0) return '';
  const isCut = groups.some(({ count, shown }) => shown.length < count);
  return [
    words.warnings(warnings.length),
    ...groups.flatMap((group) => groupLines(group, language, pathOf)),
    ...(isCut && show === 'summary' ? [words.allWarnings] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function groupLines({ code, count, shown }: WarningGroup, language: LanguageTag, pathOf: (file: string) => string) {
  const rest = count - shown.length;
  return [
    `${nameWarnings(code, language)} (${code}): ${count}`,
    ...shown.map((warning) => `  ${describe(warning, language, pathOf)}`),
    ...(rest === 0 ? [] : [`  ${WORDS[language].more(rest, code)}`]),
  ];
}

function describe(warning: Warning, language: LanguageTag, pathOf: (file: string) => string): string {
  const { message, mend } = explainWarning(warning, language);
  return `${pathOf(warning.file)}:${warning.line}:${warning.column} ${message} ${mend}`;
}
