import { type Logger, LogLevel } from '@slack/bolt';

/** Keeps the libraries quiet: their messages quote questions and people. What matters is logged by the adapter. */
export const SILENT_LOGGER: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};
