import { z } from 'zod';
import { nearest } from '../language/edit-distance.js';
import { isLanguageTag } from '../language/languages.js';
import type { DataPath } from './careful-yaml.js';
import type { Fault, FaultDetails } from './fault.js';
import { EXPECTED_FORMS, FAULT_MESSAGES, type FaultCode } from './fault-messages.js';
import type { YamlFile } from './yaml-file.js';

/** A file that fits its schema. */
export interface Checked<T> {
  readonly file: YamlFile;
  readonly value: T;
}

/** Parses a file against a schema; every problem of the file becomes a fault at its place. */
export function validate<S extends z.ZodType>(
  schema: S,
  file: YamlFile,
): { readonly value: z.infer<S> } | { readonly faults: readonly Fault[] } {
  const result = schema.safeParse(file.value, { reportInput: true });
  if (result.success) return { value: result.data };
  const issues = withoutConsequences(result.error.issues, schema);
  return { faults: withoutRepeats(issues.flatMap((issue) => faultsOf(issue, file, schema))) };
}

type Issue = z.core.$ZodIssue;

/** A field that is only misspelt is not missing besides. */
function withoutConsequences(issues: readonly Issue[], schema: z.ZodType): Issue[] {
  const keyOf = (path: DataPath): string => path.map(String).join('\n');
  const meant = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => keyOf([...issue.path, nearest(key, keysAt(schema, issue.path)) ?? '']))
        : [],
    ),
  );
  return issues.filter((issue) => !isMissing(issue) || !meant.has(keyOf(issue.path)));
}

function isMissing({ code, input }: Issue): boolean {
  return code !== 'custom' && code !== 'unrecognized_keys' && input === undefined;
}

function faultsOf(issue: Issue, file: YamlFile, schema: z.ZodType): Fault[] {
  const { input, path } = issue;
  const key = nameOf(path) || file.file;
  const value = show(input);
  const at = (code: FaultCode, details: FaultDetails = {}): Fault[] => [
    file.fault(path, code, { key, value, ...details }),
  ];
  if (isMissing(issue)) return at('missingKey');
  if (issue.code !== 'custom' && issue.code !== 'unrecognized_keys') {
    if (input === null) return at(key === 'sources' ? 'emptySources' : 'emptyValue');
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => unknownKey(unknown, path, file, schema));
    case 'invalid_type':
      return wrongType(issue.expected);
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const meant = valueInGerman(value, schema, path) ?? nearest(value, allowed);
      return at('notAllowed', { allowed: allowed.join(', '), ...(meant === undefined ? {} : { suggestion: meant }) });
    }
    case 'invalid_union':
      return unionFaults(issue);
    case 'too_big':
      if (isFaultCode(issue.message)) return at(issue.message);
      return at('tooLong', { max: Number(issue.maximum), length: String(input).length });
    case 'too_small':
      if (isFaultCode(issue.message)) return at(issue.message);
      return at(key === 'sources' ? 'emptySources' : 'emptyValue');
    case 'custom': {
      const code = issue.params?.fault;
      const range = typeof input === 'object' && input !== null ? rangeOf(input) : {};
      return isFaultCode(code) ? at(code, range) : wrongType('string');
    }
    default:
      // Schemas name the fault of a format in place of a message.
      return isFaultCode(issue.message) ? at(issue.message, dateInOrder(value)) : wrongType('string');
  }

  function wrongType(expected: string): Fault[] {
    const form = FORM_OF[expected] ?? expected;
    const details = { expected: Object.hasOwn(EXPECTED_FORMS, form) ? form : 'string' };
    return at('wrongType', form === 'object' ? { ...details, fields: keysAt(schema, path).join(', ') } : details);
  }

  /** The faults of the form that was meant; the union's own fault where none can be told. */
  function unionFaults({ errors, message }: z.core.$ZodIssueInvalidUnion): Fault[] {
    const named = isFaultCode(message) ? message : undefined;
    const isGroup = typeof input === 'object' && input !== null && !Array.isArray(input);
    const known = keysAt(schema, path);
    if (named !== undefined && (!isGroup || known.length === 0)) return at(named, dateInOrder(value));
    // "{count}" without quotation marks reads as a group.
    if (named === undefined && isGroup && !known.some((name) => name in input)) return wrongType('string');
    const fitting = errors.filter((issues) => !issues.some(isOtherForm));
    const least = Math.min(...fitting.map(countOf));
    const [meant, ...others] = fitting.filter((issues) => countOf(issues) === least);
    if (meant === undefined || others.length > 0) {
      const unknown = isGroup ? Object.keys(input).filter((name) => !known.includes(name)) : [];
      if (unknown.length > 0) return unknown.map((name) => unknownKey(name, path, file, schema));
      if (named !== undefined) return at(named);
    }
    return (meant ?? errors[0] ?? []).flatMap((inner) =>
      faultsOf({ ...inner, path: [...path, ...inner.path] }, file, schema),
    );
  }
}

const FORM_OF: Readonly<Record<string, string>> = { record: 'object', int: 'number' };

/** Whether a form of a union was certainly not meant: a text where it takes a list, and the like. */
function isOtherForm({ code, path, input }: Issue): boolean {
  return path.length === 0 && (code === 'invalid_type' || (code === 'invalid_value' && typeof input === 'object'));
}

function countOf(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}

/** So many fields of a group are named where one is unknown; a record has too many. */
const FEW_KEYS = 6;

function unknownKey(key: string, path: DataPath, file: YamlFile, schema: z.ZodType): Fault {
  const known = keysAt(schema, path);
  if (isLanguageTag(key) && path.length === 0) return file.faultAtKey([key], 'misplacedLanguage', { key });
  const suggestion = nearest(key, known);
  return file.faultAtKey([...path, key], 'unknownKey', {
    key,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(suggestion === undefined && known.length > 0 && known.length <= FEW_KEYS ? { known: known.join(', ') } : {}),
  });
}

/** The detail that makes a message end in "did you mean". */
export function suggest(word: string, candidates: Iterable<string>): { readonly suggestion?: string } {
  const suggestion = nearest(word, candidates);
  return suggestion === undefined ? {} : { suggestion };
}

/** "31.5.2024" and "05/2024" as the data writes them, for "did you mean". */
function dateInOrder(value: string): { readonly suggestion?: string } {
  const [, day, month, year] = /^(?:(\d{1,2})\. ?)?(\d{1,2})[./] ?(\d{4})$/.exec(value) ?? [];
  if (month === undefined || year === undefined) return {};
  return {
    suggestion: [year, month, ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, '0')).join('-'),
  };
}

/** Several rules can find the same fault; it is told once. */
function withoutRepeats(faults: readonly Fault[]): Fault[] {
  const keyOf = (fault: Fault): string => JSON.stringify(fault);
  return [...new Map(faults.map((fault) => [keyOf(fault), fault])).values()];
}

function isFaultCode(code: unknown): code is FaultCode {
  return typeof code === 'string' && Object.hasOwn(FAULT_MESSAGES, code);
}

function rangeOf(input: object): FaultDetails {
  const start = 'start' in input ? show(input.start) : '';
  const end = 'end' in input ? show(input.end) : '';
  return { start, end };
}

function nameOf(path: DataPath): string {
  const names = path.filter((step) => typeof step === 'string');
  return names.length > 0 ? names.join('.') : String(path.at(-1) ?? '');
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The value whose German name was written: the descriptions say "running (laufend)". */
function valueInGerman(value: string, schema: z.ZodType, path: DataPath): string | undefined {
  for (const form of schemasAt(schema, path)) {
    const description = (form instanceof z.ZodType ? form.description : undefined) ?? '';
    const at = description.toLowerCase().indexOf(` (${value.toLowerCase()}`);
    const isWhole = /^[,)]/.test(description.slice(at + value.length + 2));
    if (at > 0 && isWhole) return description.slice(0, at).split(' ').at(-1);
  }
  return undefined;
}

/** The keys that a schema knows at a path. */
function keysAt(schema: z.ZodType, path: DataPath): string[] {
  const shapes = schemasAt(schema, path).flatMap((form) =>
    form instanceof z.ZodObject ? Object.keys(form.shape) : [],
  );
  return [...new Set(shapes)];
}

/** The schemas at a path, without what wraps them. */
function schemasAt(schema: z.ZodType, path: DataPath): readonly unknown[] {
  let current: readonly unknown[] = formsOf(schema);
  for (const step of path) current = current.flatMap((form) => inner(form, step)).flatMap(formsOf);
  return current;
}

function inner(schema: unknown, step: PropertyKey): unknown[] {
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  if (schema instanceof z.ZodObject && Object.hasOwn(schema.shape, step)) return [schema.shape[String(step)]];
  return [];
}

/** A schema without what wraps it; every form of a union. */
function formsOf(schema: unknown): unknown[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return formsOf(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(formsOf);
  return [schema];
}
