import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, type TestContext, test } from 'vitest';
import { filesSaying, probe, temporaryFolder, writeFiles } from '../adapters/files/data-folder.js';
import { createRecorder } from '../adapters/slack/stand-in/recorder.js';
import { PROBE, PROBE_PATH } from '../data-files.js';

const PROGRAM = new URL('./serve-with-fakes.js', import.meta.url).pathname;

type LogLine = Readonly<Record<string, unknown>>;

/** The built program with an adapter that only pretends, on a folder of its own. */
async function serve(test: TestContext, env: Readonly<Record<string, string>> = {}) {
  const data = join(await temporaryFolder(test), 'data');
  await writeFiles(data, filesSaying('Anfang'));
  const program = spawn(process.execPath, [PROGRAM], {
    env: {
      PATH: process.env.PATH,
      PLANLOTSE_DATA: data,
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      FAKE_SLACK: 'works',
      ...env,
    },
  });
  onTestFinished(() => void program.kill('SIGKILL'));
  const log = createRecorder<LogLine>();
  createInterface(program.stdout).on('line', (line) => log.add(JSON.parse(line) as LogLine));
  let from = 0;
  /** Waits for the next line of the log with a message. */
  const logged = async (msg: string): Promise<LogLine> => {
    const found = await log.next((line) => line.msg === msg, from);
    from = log.all.indexOf(found) + 1;
    return found;
  };
  const first = await logged('data loaded');
  await logged('ready');
  return {
    data,
    record: join(data, PROBE_PATH),
    program,
    log,
    logged,
    first,
    stop: async () => {
      const closed = once(program, 'close');
      program.kill('SIGTERM');
      expect(await closed).toEqual([0, null]);
    },
  };
}

test('logs what a broken file needs, keeps the last good data, and says when it is mended', async (test) => {
  const { record, logged, first, stop } = await serve(test);
  await writeFile(record, PROBE.replace('lead: hmais', 'lead: hmaiss').replace('- kassel', '- kasel'));
  expect(await logged('fault in the data')).toEqual({
    level: 'error',
    time: expect.any(String),
    place: expect.stringMatching(/measures\/probe\.yaml:25:7$/),
    code: expect.any(String),
    mend: expect.stringContaining('Meinten Sie „hmais“?'),
    msg: 'fault in the data',
  });
  expect(await logged('fault in the data')).toMatchObject({ mend: expect.stringContaining('Meinten Sie „kassel“?') });
  expect(await logged('data refused, the last good data goes on answering')).toMatchObject({ faults: 2, more: 0 });
  await writeFile(record, probe('Neu'));
  const mended = await logged('data loaded');
  expect(mended).toMatchObject({ level: 'info', records: first.records, ms: expect.any(Number) });
  expect(mended.dataVersion).not.toBe(first.dataVersion);
  await stop();
});

test('logs twenty faults, and how many more there are', async (test) => {
  const { data, log, logged, stop } = await serve(test);
  const unknown = Array.from({ length: 30 }, (_, index) => `unknown${index}: 1\n`).join('');
  await writeFile(join(data, PROBE_PATH), `${PROBE}${unknown}`);
  expect(await logged('data refused, the last good data goes on answering')).toMatchObject({ faults: 30, more: 10 });
  expect(log.all.filter(({ msg }) => msg === 'fault in the data')).toHaveLength(20);
  await stop();
});

test('looks at SIGHUP and says what came of it, also where the data is not watched', async (test) => {
  const { record, program, logged, stop } = await serve(test, { PLANLOTSE_WATCH: 'off' });
  program.kill('SIGHUP');
  await logged('data unchanged');
  await writeFile(record, probe('Neu'));
  program.kill('SIGHUP');
  await logged('data loaded');
  await stop();
});

test('logs that the folder is gone, with the reason of the system, and that it is back', async (test) => {
  const { data, program, logged, stop } = await serve(test, {
    PLANLOTSE_WATCH: 'poll',
    PLANLOTSE_WATCH_INTERVAL: '100',
  });
  await rename(data, `${data}-away`);
  program.kill('SIGHUP');
  expect(await logged('data unreadable, the last good data goes on answering')).toMatchObject({
    level: 'error',
    err: { code: 'DATA_FOLDER_UNREADABLE', message: expect.stringContaining(data), cause: { code: 'ENOENT' } },
  });
  await rename(`${data}-away`, data);
  await logged('data loaded');
  await stop();
});
