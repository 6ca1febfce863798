import { z } from 'zod';
import { nearest } from '../language/edit-distance.js';
import type { Fault, FaultDetails } from './fault.js';
import { FAULT_MESSAGES, type FaultCode } from './fault-messages.js';
import type { DataPath, YamlFile } from './yaml-file.js';

/** Parses a file against a schema; every problem of the file becomes a fault at its place. */
export function validate<S extends z.ZodType>(
  schema: S,
  file: YamlFile,
): { readonly value: z.infer<S> } | { readonly faults: readonly Fault[] } {
  const result = schema.safeParse(file.value, { reportInput: true });
  if (result.success) return { value: result.data };
  return { faults: result.error.issues.flatMap((issue) => faultsOf(issue, file, schema)) };
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, file: YamlFile, schema: z.ZodType): Fault[] {
  const key = nameOf(issue.path);
  const value = show(issue.input);
  const at = (code: FaultCode, details: FaultDetails = {}): Fault[] => [
    file.fault(issue.path, code, { key, value, ...details }),
  ];
  const missing = issue.input === undefined;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => {
        const suggestion = nearest(unknown, keysAt(schema, issue.path));
        const details = suggestion === undefined ? { key: unknown } : { key: unknown, suggestion };
        return file.faultAtKey([...issue.path, unknown], 'unknownKey', details);
      });
    case 'invalid_type':
      if (missing) return at('missingKey');
      return at('wrongType', { expected: EXPECTED[issue.expected] ?? issue.expected });
    case 'invalid_value': {
      if (missing) return at('missingKey');
      const allowed = issue.values.map(String);
      const suggestion = nearest(value, allowed);
      return at('notAllowed', { allowed: allowed.join(', '), ...(suggestion === undefined ? {} : { suggestion }) });
    }
    case 'too_big':
      return at('tooLong', { max: Number(issue.maximum), length: String(issue.input ?? '').length });
    case 'too_small':
      return at(key === 'sources' ? 'emptySources' : 'emptyValue');
    case 'custom': {
      const code = issue.params?.fault;
      const input = issue.input;
      const range = typeof input === 'object' && input !== null ? rangeOf(input) : {};
      return at(isFaultCode(code) ? code : 'wrongType', { expected: '…', ...range });
    }
    default:
      if (missing) return at('missingKey');
      // Schemas name the fault of a format or union in place of a message.
      return at(isFaultCode(issue.message) ? issue.message : 'wrongType', { expected: issue.code });
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'Text / text',
  number: 'eine Zahl / a number',
  array: 'eine Liste / a list',
  object: 'eine Gruppe von Feldern / a group of fields',
};

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

/** The keys that a schema knows at a path, for "did you mean". */
function keysAt(schema: z.ZodType, path: DataPath): string[] {
  let current: unknown = schema;
  for (const step of path) current = inner(current, step);
  const object = unwrap(current);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

function inner(schema: unknown, step: PropertyKey): unknown {
  const unwrapped = unwrap(schema);
  if (unwrapped instanceof z.ZodArray) return unwrapped.element;
  if (unwrapped instanceof z.ZodObject) return unwrapped.shape[String(step)];
  return undefined;
}

function unwrap(schema: unknown): unknown {
  let current = schema;
  while (current instanceof z.ZodOptional || current instanceof z.ZodDefault) current = current.unwrap();
  return current;
}
