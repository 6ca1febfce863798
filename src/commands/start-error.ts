import { DataFolderError } from '../adapters/files/read-data.js';
import { DataError } from '../core/index.js';
import { HealthPortError } from './health-server.js';
import { SettingsError } from './serve-settings.js';

/** `serve` cannot start before someone has mended what the cause says. Starting it again does not help. */
export class StartError extends Error {
  constructor(cause: unknown) {
    super('serve cannot start', { cause });
    this.name = 'StartError';
  }
}

/** Whether an error of the start is a matter of variables, ports or data, and not a fault of the program. */
export function isMendable(error: unknown): boolean {
  return [SettingsError, DataFolderError, DataError, HealthPortError].some((kind) => error instanceof kind);
}
