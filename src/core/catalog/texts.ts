import { z } from 'zod';
import type { Fault } from './fault.js';
import { TEXT_PLACEHOLDERS, type TextKey } from './text-keys.js';
import type { YamlFile } from './yaml-file.js';

const plural = z.strictObject({ one: z.string().min(1), other: z.string().min(1) });

/** `data/texts/<language>.yaml`: a sentence by key, or its singular and plural where `count` decides. */
export const textFile = z.record(z.string(), z.union([z.string().min(1), plural], { error: 'emptyValue' }));

/** A sentence, or its forms by what is counted. */
export type TextTemplate = string | z.infer<typeof plural>;
export type TextTemplates = Readonly<Record<TextKey, TextTemplate>>;

/** Texts that are missing, unknown, or whose placeholders are not what the bot fills in. */
export function checkTexts(file: YamlFile, texts: z.infer<typeof textFile>): Fault[] {
  const known: Readonly<Record<string, readonly string[]>> = TEXT_PLACEHOLDERS;
  const missing = Object.keys(known)
    .filter((key) => texts[key] === undefined)
    .map((key) => file.fault([], 'missingText', { key }));
  const wrong = Object.entries(texts).flatMap(([key, text]) => {
    const expected = known[key];
    if (expected === undefined) return [file.faultAtKey([key], 'unknownText', { key })];
    const forms = typeof text === 'string' ? [text] : [text.other];
    return forms
      .map((form) => [...new Set([...form.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))])
      .filter((found) => [...found].sort().join() !== [...expected].sort().join())
      .map((found) => file.fault([key], 'textPlaceholder', { key, expected: braced(expected), found: braced(found) }));
  });
  return [...missing, ...wrong];
}

/** Whether a checked file has every sentence. */
export function isComplete(texts: z.infer<typeof textFile>): texts is TextTemplates {
  return Object.keys(TEXT_PLACEHOLDERS).every((key) => texts[key] !== undefined);
}

function braced(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join(' ') || '–';
}
