import { type Explanation, explainFault, explainWarning, type Place, RECORD_KINDS } from '../core/index.js';
import type { CheckReport } from './check-report.js';
import { groupWarnings } from './check-report.js';

/** One JSON document; its shape is described in `docs/cli.md`. */
export function renderCheckJson(report: CheckReport, pathOf: (file: string) => string): string {
  const { faults, warnings, catalog, golden, language, links } = report;
  const entry = (found: Place & { readonly code: string }, { message, mend }: Explanation) => ({
    file: pathOf(found.file),
    line: found.line,
    column: found.column,
    code: found.code,
    message,
    mend,
  });
  const document = {
    version: 1,
    language,
    faults: faults.map((fault) => entry(fault, explainFault(fault, language))),
    warnings: groupWarnings(report).flatMap(({ shown }) =>
      shown.map((warning) => entry(warning, explainWarning(warning, language))),
    ),
    summary: {
      faults: faults.length,
      warnings: warnings.length,
      warningsByCode: Object.fromEntries(countBy(warnings.map(({ code }) => code))),
      ...(links === undefined ? {} : { links }),
      ...(catalog === undefined
        ? {}
        : {
            dataVersion: catalog.version,
            records: Object.fromEntries(
              RECORD_KINDS.map((kind) => [kind, [...catalog.records.values()].filter((it) => it.kind === kind).length]),
            ),
            drafts: [...catalog.drafts.keys()],
            goldenQuestions: golden.length,
            openGoldenQuestions: golden.filter(({ open }) => open === true).length,
          }),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function countBy(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}
