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
  const { suggestion, known } = details;
  const hints = HINTS[language];
  const more = [
    ...(suggestion === undefined ? [] : [hints.suggestion(suggestion)]),
    ...(known === undefined ? [] : [hints.known(known)]),
  ];
  return { message, mend: [mend, ...more].join(' ') };
}

/** What can stand behind any mend: what was perhaps meant, and what would be possible. */
const HINTS: Readonly<
  Record<LanguageTag, Readonly<Record<'suggestion' | 'known', (value: string | number) => string>>>
> = {
  de: { suggestion: (value) => `Meinten Sie „${value}“?`, known: (value) => `Hier gibt es: ${value}.` },
  en: { suggestion: (value) => `Did you mean "${value}"?`, known: (value) => `There is here: ${value}.` },
};

/** Faults in the order of files and lines. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}
