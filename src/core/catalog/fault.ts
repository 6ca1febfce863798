import type { LanguageTag } from '../language/languages.js';
import { type Details, type Explanation, explain } from './explanation.js';
import { EXPECTED_FORMS, FAULT_MESSAGES, type FaultCode } from './fault-messages.js';

/** Something in `data/` that an editor has to mend. Lines and columns count from 1. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: FaultCode;
  readonly details: FaultDetails;
}

/** What a message needs to name: the value, the field, a suggestion. */
export type FaultDetails = Details;

/** One fault as `file:line:column message`, with the mend, in the editor's language. */
export function formatFault(fault: Fault, language: LanguageTag): string {
  return `${fault.file}:${fault.line}:${fault.column} ${describeFault(fault, language)}`;
}

/** The message of a fault without its place. */
export function describeFault(fault: Fault, language: LanguageTag): string {
  const { message, mend } = explainFault(fault, language);
  return `${message} ${mend}`;
}

/** What is wrong and the mend, each for itself. */
export function explainFault({ code, details }: Fault, language: LanguageTag): Explanation {
  const form = code === 'wrongType' ? EXPECTED_FORMS[String(details.expected)] : undefined;
  const template: string = FAULT_MESSAGES[code][language];
  const { message, mend } = explain(
    form === undefined ? template : template.replace('{expected}', form[language]),
    details,
  );
  const { suggestion } = details;
  if (suggestion === undefined) return { message, mend };
  return {
    message,
    mend: `${mend} ${language === 'de' ? `Meinten Sie „${suggestion}“?` : `Did you mean "${suggestion}"?`}`,
  };
}

/** Faults in the order of files and lines. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}
