import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { expect, type TestContext, test } from 'vitest';
import { run } from '../../src/commands/run.js';
import { filesSaying, probe, temporaryFolder, writeFiles } from '../adapters/files/data-folder.js';
import { PROBE_PATH } from '../data-files.js';
import { createSink, NO_LIFECYCLE, runProgram } from './run-program.js';

/** The chat at a terminal, on a folder of its own. */
async function chat(test: TestContext, env: Readonly<Record<string, string>> = {}) {
  const folder = await temporaryFolder(test);
  await writeFiles(folder, filesSaying('Anfang'));
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stdout = Object.assign(new PassThrough({ encoding: 'utf8' }), { columns: 80, isTTY: true });
  const stderr = createSink();
  let screen = '';
  stdout.on('data', (piece) => {
    screen += String(piece);
  });
  const ended = run(['chat', '--data', folder], {
    stdin,
    stdout,
    stderr: stderr.stream,
    env: { NO_COLOR: '1', ...env },
    cwd: folder,
    now: () => new Date('2026-01-15T12:00:00Z'),
    lifecycle: NO_LIFECYCLE,
  });
  return {
    record: join(folder, PROBE_PATH),
    type: (text: string) => void stdin.write(text),
    /** Waits until the screen shows something that it did not show before. */
    shows: async (text: string): Promise<string> => {
      while (!screen.includes(text)) await once(stdout, 'data');
      const shown = screen;
      screen = '';
      return shown;
    },
    ended,
    errors: stderr.text,
  };
}

test('says in one line that the data is new or broken, and answers from what is good', async (test) => {
  const { record, type, shows, ended } = await chat(test);
  await shows('> ');
  type('Probe-Netzwerk\r');
  await shows('Anfang');
  await writeFile(record, 'title: [');
  await shows('Die geänderten Daten haben 1 Fehler; es antworten weiter die alten.');
  type('Probe-Netzwerk\r');
  await shows('Anfang');
  await writeFile(record, probe('Neuheit'));
  await shows('Die Daten sind neu geladen (Fassung ');
  type('Probe-Netzwerk\r');
  await shows('Neuheit');
  type('/quit\r');
  expect(await ended).toBe(0);
});

test('ends with 2 and the mend where the variables of watching are wrong', async (test) => {
  const { ended, errors } = await chat(test, { PLANLOTSE_WATCH: 'inotify' });
  expect(await ended).toBe(2);
  expect(errors()).toBe('SETTINGS_INVALID: PLANLOTSE_WATCH must be events, poll or off\n');
});

/** Lines that somebody types. */
const typed = (...lines: readonly string[]) =>
  Object.assign(Readable.from(lines.map((line) => `${line}\n`)), { isTTY: true });

test('shows where a gap is reported, if the environment says so', async () => {
  const env = { PLANLOTSE_REPORT_URL: 'https://example.org/report' };
  const { code, stdout } = await runProgram(['chat'], { stdin: typed('Gibt es Quantenphysik?', '/ende'), env });
  expect(code).toBe(0);
  expect(stdout).toContain('Lücke melden: https://example.org/report\n');
});

test('refuses a bad address for reports before it starts', async () => {
  const env = { PLANLOTSE_REPORT_URL: 'example.org' };
  const { code, stdout, stderr } = await runProgram(['chat'], { stdin: typed('/ende'), env });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('PLANLOTSE_REPORT_URL must be an address that begins with https://');
});
