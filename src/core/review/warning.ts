import { type Details, type Explanation, explain } from '../catalog/explanation.js';
import type { LanguageTag } from '../language/languages.js';
import { WARNING_MESSAGES, type WarningCode } from './warning-messages.js';

/** Something in `data/` that is worth a look although nothing is broken. Lines and columns count from 1. */
export interface Warning {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: WarningCode;
  readonly details: Details;
}

/** What was found, and what to do about it. */
export function explainWarning({ code, details }: Warning, language: LanguageTag): Explanation {
  return explain(WARNING_MESSAGES[code][language], details);
}

/** What warnings of one kind are called. */
export function nameWarnings(code: WarningCode, language: LanguageTag): string {
  return WARNING_MESSAGES[code].name[language];
}

/** Every kind of warning, in the order in which they are shown. */
export const WARNING_CODES: readonly WarningCode[] = Object.keys(WARNING_MESSAGES).filter(isWarningCode);

/** Whether a text is the code of a kind of warning. */
export function isWarningCode(code: string): code is WarningCode {
  return Object.hasOwn(WARNING_MESSAGES, code);
}
