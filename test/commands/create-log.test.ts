import { expect, it } from 'vitest';
import { AdapterError } from '../../src/adapters/adapter.js';
import { createLog } from '../../src/commands/create-log.js';
import { isUnreachable } from '../../src/commands/start-with-retry.js';

const DISCORD = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Secret.abcdefghijklmnopqrstuvwxyz0';

it('takes secrets and what people wrote out of every line', () => {
  const lines: string[] = [];
  const log = createLog({ logLevel: 'debug', secrets: ['planted-secret'] }, { write: (line) => lines.push(line) });
  log.info({ token: 'planted-1', event: { text: 'planted-2' }, deep: { message: { content: 'planted-3' } } }, 'got');
  log.warn({ url: 'https://x/?key=planted-secret', other: 'xoxb-planted-4' }, 'planted-secret');
  log.warn({ other: `of_${DISCORD}` }, 'glued to a word');
  log.error({ err: new Error('planted-5', { cause: new TypeError('planted-6') }) }, 'failed');
  log.error({ err: new AdapterError('TOKEN_INVALID', 'planted-secret is refused. Make a new one.') }, 'failed');
  log.child({ adapter: 'slack' }).debug({ req: { headers: { authorization: 'planted-7' } } }, 'asked');
  expect(lines).toHaveLength(6);
  expect(lines.join('')).not.toContain(DISCORD);
  expect(lines.join('')).not.toContain('planted');
  expect(JSON.parse(lines[4] ?? '')).toMatchObject({
    level: 'error',
    msg: 'failed',
    err: { code: 'TOKEN_INVALID', message: '[redacted] is refused. Make a new one.' },
  });
});

it('tells a platform that cannot be reached from one that refuses', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  expect(isUnreachable(refused)).toBe(true);
  expect(isUnreachable(new TypeError('fetch failed', { cause: refused }))).toBe(true);
  expect(isUnreachable(Object.assign(new Error('slack'), { original: refused }))).toBe(true);
  expect(isUnreachable(new AdapterError('DOWN', 'x', { retry: true }))).toBe(true);
  expect(isUnreachable(new AdapterError('TOKEN_INVALID', 'x', { cause: refused }))).toBe(false);
  expect(isUnreachable(new TypeError('x is not a function'))).toBe(false);
  expect(isUnreachable('x')).toBe(false);
});
