import { createHash, createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LanguageTag } from '../../core/index.js';
import { type DayTally, readTally, writeTally } from './day-tally.js';

/** What makes fingerprints of words. Without it they are noise: a new key voids all that was counted before. */
export interface Key {
  /** Names the key without telling it. */
  readonly id: string;
  readonly fingerprintOf: (word: string, language: LanguageTag) => string;
}

/** A tally with the day that it was made on. */
export interface DatedTally {
  readonly day: string;
  readonly tally: DayTally;
}

const KEY = 'key';
const SECRET = /^[0-9a-f]{64}$/;
/** `<day>.<id of the key>.<writer>.json`, and what is being written. */
const TALLY = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f]{12})\.[0-9a-f]{12}\.json(\.tmp)?$/;

/** The key of a folder; undefined where there is none, as before the first count and after all was deleted. */
export async function readKey(folder: string): Promise<Key | undefined> {
  const secret = (await ifThere(readFile(join(folder, KEY), 'utf8')))?.trim() ?? '';
  return SECRET.test(secret) ? keyOf(secret) : undefined;
}

/** Makes the folder, and the key where there is none. */
export async function ensureKey(folder: string): Promise<Key> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const known = await readKey(folder);
  if (known !== undefined) return known;
  const secret = randomBytes(32).toString('hex');
  const temporary = join(folder, `${KEY}.${randomBytes(6).toString('hex')}.tmp`);
  await writeDurably(temporary, `${secret}\n`);
  try {
    // Of two processes that start at the same moment, the first one's key holds for both.
    await link(temporary, join(folder, KEY));
  } catch {
    // A damaged key is in the way, or the file system knows no links.
    if ((await readKey(folder)) === undefined) await rename(temporary, join(folder, KEY));
  }
  await rm(temporary, { force: true });
  return (await readKey(folder)) ?? keyOf(secret);
}

/** Takes the key away. What was counted is void from here on, whoever still writes it. */
export async function removeKey(folder: string): Promise<void> {
  await rm(join(folder, KEY), { force: true });
}

/** The name of a writer's file for a day; writers share no file, so none can undo what another wrote. */
export function tallyFile(folder: string, day: string, key: Key, writer: string): string {
  return join(folder, `${day}.${key.id}.${writer}.json`);
}

/** Puts a tally in the place of the one before, so that an end at any moment leaves the one or the other. */
export async function writeTallyFile(file: string, tally: DayTally): Promise<void> {
  const temporary = `${file}.tmp`;
  await writeDurably(temporary, writeTally(tally));
  await rename(temporary, file);
}

/** Every tally that was made with this key; damaged files are passed over. */
export async function readTallies(folder: string, key: Key): Promise<DatedTally[]> {
  const tallies: DatedTally[] = [];
  for (const name of await namesIn(folder)) {
    const [, day = '', keyId, temporary] = TALLY.exec(name) ?? [];
    if (keyId !== key.id || temporary !== undefined) continue;
    // Another process may delete it meanwhile.
    const text = await ifThere(readFile(join(folder, name), 'utf8'));
    const tally = text === undefined ? undefined : readTally(text, key.fingerprintOf);
    if (tally !== undefined) tallies.push({ day, tally });
  }
  return tallies;
}

/** Removes the files that are older than a day or void; files of others are left alone. */
export async function removeTallies(folder: string, before: string, key: Key | undefined): Promise<void> {
  for (const name of await namesIn(folder)) {
    const [, day = '', keyId] = TALLY.exec(name) ?? [];
    if (keyId !== undefined && (day < before || keyId !== key?.id)) await rm(join(folder, name), { force: true });
  }
}

function keyOf(secret: string): Key {
  return {
    id: createHash('sha256').update(secret).digest('hex').slice(0, 12),
    fingerprintOf: (word, language) =>
      createHmac('sha256', secret).update(`${language} ${word}`).digest('base64url').slice(0, 22),
  };
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } catch (error) {
    // Half a file would take room from a full disk.
    await rm(file, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await ifThere(readdir(folder))) ?? [];
}

async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
