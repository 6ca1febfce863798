import { explainFault, explainWarning, nameWarnings } from '../core/index.js';
import { type CheckReport, groupWarnings } from './check-report.js';
import { countFaults } from './list-faults.js';
import { WORDS } from './summary-words.js';
import { workflowCommand } from './workflow-command.js';

/**
 * Annotations for a pull request. GitHub shows ten of a kind for each step, so a summary makes one annotation of
 * each kind of warning, at the first place.
 */
export function renderCheckGithub(report: CheckReport, pathOf: (file: string) => string): string {
  const { faults, warnings, language, show } = report;
  const words = WORDS[language];
  const errors = faults.map((fault) => {
    const { message, mend } = explainFault(fault, language);
    return workflowCommand('error', { ...fault, file: pathOf(fault.file) }, words.faultTitle, `${message} ${mend}`);
  });
  const notes = groupWarnings(report).flatMap(({ code, count, shown }) =>
    (show === 'summary' ? shown.slice(0, 1) : shown).map((warning) => {
      const { message, mend } = explainWarning(warning, language);
      const name = nameWarnings(code, language);
      const title = show === 'summary' && count > 1 ? `${name} (${count})` : name;
      const rest = show === 'summary' && count > 1 ? ` ${words.more(count - 1, code)}` : '';
      return workflowCommand('warning', { ...warning, file: pathOf(warning.file) }, title, `${message} ${mend}${rest}`);
    }),
  );
  const last = [
    faults.length === 0 ? words.inOrder : countFaults(faults, language),
    ...(warnings.length > 0 && show !== 'none' ? [words.warnings(warnings.length)] : []),
  ].join(' ');
  return [...errors, ...notes, last].map((line) => `${line}\n`).join('');
}
