import { type Logger, pino, stdTimeFunctions } from 'pino';
import { currentReference } from '../adapters/reference.js';
import type { ServeSettings } from './serve-settings.js';

const HIDDEN = '[redacted]';
/** What tokens look like, for those that are not among the settings. */
const TOKEN = /xox[a-z]-[\w-]+|xapp-[\w-]+|(?<![\w-])[\w-]{23,}\.[\w-]{6,7}\.[\w-]{27,}/g;
const KEYS = ['token', 'botToken', 'appToken', 'signingSecret', 'secret', 'authorization', 'cookie', 'text', 'content'];

/**
 * Creates the log: one JSON object a line. Fields come first: `log.info({ adapter, kind, ms }, 'answered')`. Secrets
 * and what people wrote are taken out, wherever they stand. What a question causes has its reference as `ref`. Of an error only its name, code, place and, where the
 * program or the system wrote it, its message are logged.
 */
export function createLog(
  { logLevel, secrets }: Pick<ServeSettings, 'logLevel' | 'secrets'>,
  output: { readonly write: (line: string) => unknown },
): Logger {
  return pino(
    {
      level: logLevel,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: errorFields },
      mixin: () => {
        const ref = currentReference();
        return ref === undefined ? {} : { ref };
      },
      redact: { paths: KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: HIDDEN },
    },
    {
      write: (line) => {
        const clean = secrets.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line);
        output.write(clean.replace(TOKEN, HIDDEN));
      },
    },
  );
}

const OWN_ERRORS = ['AdapterError', 'DataError', 'DataFolderError'];

/** An error as fields of the log. A library's message can quote what people wrote, so it stays out. */
export function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : undefined;
  const isOwn = OWN_ERRORS.includes(error.name) || 'syscall' in error;
  const at = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(isOwn ? { message: error.message } : {}),
    at: at.slice(0, 5).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: errorFields(error.cause) }),
  };
}
