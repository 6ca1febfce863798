import { explainFault, explainWarning } from '../core/index.js';
import { type BrokenReport, type DiffReport, GOLDEN_VERDICTS, verdictOf } from './diff-report.js';

/** One JSON document; its shape is described in `docs/cli.md`. */
export function renderDiffJson({ language, old, next, entries, golden, answers, warnings, asked }: DiffReport): string {
  const verdicts = golden.map(verdictOf);
  return print({
    version: 1,
    language,
    old: { name: old.name, dataVersion: old.version },
    new: { name: next.name, dataVersion: next.version },
    faults: [],
    entries,
    golden: golden.map((change) => ({ ...change, verdict: verdictOf(change) })),
    answers,
    warnings: warnings.map((warning) => ({
      file: next.pathOf(warning.file),
      line: warning.line,
      column: warning.column,
      code: warning.code,
      ...explainWarning(warning, language),
    })),
    summary: {
      entries: entries.length,
      answers: answers.length,
      golden: Object.fromEntries(
        GOLDEN_VERDICTS.map((verdict) => [verdict, verdicts.filter((it) => it === verdict).length]),
      ),
      asked,
    },
  });
}

/** The same document for sides that are broken: only their faults. */
export function renderBrokenJson({ language, sides }: BrokenReport): string {
  return print({
    version: 1,
    language,
    faults: sides.flatMap(({ side, faults, pathOf }) =>
      faults.map((fault) => ({
        side,
        file: pathOf(fault.file),
        line: fault.line,
        column: fault.column,
        code: fault.code,
        ...explainFault(fault, language),
      })),
    ),
  });
}

function print(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
