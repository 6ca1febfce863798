import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenQuiet } from '../../../src/adapters/files/when-quiet.js';

const TIMES = { quiet: 100, longest: 1000 };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('works once, when no hint has come for a while', async () => {
  const work = vi.fn(async () => 'done' as const);
  const { hint } = whenQuiet(work, TIMES);
  hint();
  await vi.advanceTimersByTimeAsync(99);
  hint();
  await vi.advanceTimersByTimeAsync(99);
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(work.mock.calls).toEqual([[{ isOverdue: false }]]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(work).toHaveBeenCalledTimes(1);
});

it('works after the longest wait where hints do not end, and says so', async () => {
  const work = vi.fn(async () => 'done' as const);
  const { hint } = whenQuiet(work, TIMES);
  hint();
  for (let ms = 0; ms < 950; ms += 50) {
    await vi.advanceTimersByTimeAsync(50);
    hint();
  }
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(50);
  expect(work.mock.calls).toEqual([[{ isOverdue: true }]]);
});

it('tries again what came too early, within the same wait', async () => {
  const work = vi.fn(async ({ isOverdue }: { isOverdue: boolean }) => (isOverdue ? 'done' : 'too-early'));
  const { hint } = whenQuiet(work, TIMES);
  hint();
  await vi.advanceTimersByTimeAsync(999);
  expect(work).toHaveBeenCalledTimes(9);
  await vi.advanceTimersByTimeAsync(5000);
  expect(work).toHaveBeenCalledTimes(10);
  expect(work).toHaveBeenLastCalledWith({ isOverdue: true });
});

it('never works twice at a time, and once more for hints that came meanwhile', async () => {
  const ends: (() => void)[] = [];
  const work = vi.fn(() => new Promise<'done'>((resolve) => ends.push(() => resolve('done'))));
  const { hint, now } = whenQuiet(work, TIMES);
  now();
  await vi.advanceTimersByTimeAsync(0);
  hint();
  now();
  await vi.advanceTimersByTimeAsync(5000);
  expect(work).toHaveBeenCalledTimes(1);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(work).toHaveBeenCalledTimes(2);
});

it('stops when the work that runs has ended, and takes no more hints', async () => {
  const ends: (() => void)[] = [];
  const work = vi.fn(() => new Promise<'done'>((resolve) => ends.push(() => resolve('done'))));
  const { hint, now, stop } = whenQuiet(work, TIMES);
  now();
  await vi.advanceTimersByTimeAsync(0);
  const stopped = vi.fn();
  void stop().then(stopped);
  hint();
  await vi.advanceTimersByTimeAsync(5000);
  expect(stopped).not.toHaveBeenCalled();
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(5000);
  expect(stopped).toHaveBeenCalled();
  expect(work).toHaveBeenCalledTimes(1);
});
