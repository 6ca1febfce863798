import { z } from 'zod';
import type { Fault } from './fault.js';
import { described } from './schema-parts.js';
import { TEXT_PLACEHOLDERS, type TextKey } from './text-keys.js';
import { suggest } from './validate.js';
import type { YamlFile } from './yaml-file.js';

const plural = z.strictObject({
  one: described(z.string().min(1), 'Einzahl: wenn {count} 1 ist.'),
  other: described(z.string().min(1), 'Mehrzahl: sonst.'),
});

/** One sentence, or its singular and plural. */
export const textTemplate = z.union([z.string().min(1), plural]);

/** `data/texts/<language>.yaml`: a sentence by key, or its singular and plural where `count` decides. */
export const textFile = z.record(z.string(), textTemplate);

/** A sentence, or its forms by what is counted. */
export type TextTemplate = string | z.infer<typeof plural>;
export type TextTemplates = Readonly<Record<TextKey, TextTemplate>>;

/** Texts that are missing, unknown, or whose placeholders are not what the bot fills in. */
export function checkTexts(file: YamlFile, texts: z.infer<typeof textFile>): Fault[] {
  const known: Readonly<Record<string, readonly string[]>> = TEXT_PLACEHOLDERS;
  const missing = Object.keys(known)
    .filter((key) => !Object.hasOwn(texts, key))
    .map((key) => file.fault([], 'missingText', { key }));
  const wrong = Object.entries(texts).flatMap(([key, text]) => {
    const expected = Object.hasOwn(known, key) ? known[key] : undefined;
    if (expected === undefined) {
      return [file.faultAtKey([key], 'unknownText', { key, ...suggest(key, Object.keys(known)) })];
    }
    const forms = typeof text === 'string' ? { '': text } : text;
    return Object.entries(forms).flatMap(([form, sentence]) => {
      const found = [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))];
      // "one" may say "eine Maßnahme" without the number.
      const lacks = form !== 'one' && expected.some((name) => !found.includes(name));
      if (!lacks && found.every((name) => expected.includes(name))) return [];
      const path = form === '' ? [key] : [key, form];
      return [file.fault(path, 'textPlaceholder', { key, expected: braced(expected), found: braced(found) })];
    });
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
