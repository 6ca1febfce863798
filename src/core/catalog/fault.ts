import type { LanguageTag } from '../language/languages.js';
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
export type FaultDetails = Readonly<Record<string, string | number>>;

/** One fault as `file:line:column message`, with the mend, in the editor's language. */
export function formatFault(fault: Fault, language: LanguageTag): string {
  return `${fault.file}:${fault.line}:${fault.column} ${describeFault(fault, language)}`;
}

/** The message of a fault without its place. */
export function describeFault(fault: Fault, language: LanguageTag): string {
  const form = fault.code === 'wrongType' ? EXPECTED_FORMS[String(fault.details.expected)] : undefined;
  const message: string = FAULT_MESSAGES[fault.code][language];
  const filled = (form === undefined ? message : message.replace('{expected}', form[language])).replace(
    /\{(\w+)\}/g,
    (_, name: string) => String(fault.details[name] ?? ''),
  );
  const suggestion = fault.details.suggestion;
  if (suggestion === undefined) return filled;
  return `${filled} ${language === 'de' ? `Meinten Sie „${suggestion}“?` : `Did you mean "${suggestion}"?`}`;
}

/** Faults in the order of files and lines. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}
