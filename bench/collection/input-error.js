// @ts-check

/** What was given cannot be used; the message says what and where, for the one who gave it. */
export class InputError extends Error {
  code = 'BENCH_INPUT';

  /** @param {readonly string[]} problems */
  constructor(problems) {
    super(problems.join('\n'));
    this.name = 'InputError';
  }
}

/**
 * Ends a bench in order: what was given wrongly is told in plain words with exit code 2, all else is thrown.
 *
 * @param {() => Promise<void>} main
 */
export async function runBench(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Error) || !isInput(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

/** @param {Error} error */
function isInput(error) {
  if (error instanceof InputError) return true;
  const code = 'code' in error ? String(error.code) : '';
  // Broken data, files that cannot be read or written, and options that do not exist.
  return /^(DATA_.*|ENOENT|EACCES|EISDIR|ENOTDIR|EROFS|ENOSPC|ERR_PARSE_ARGS_.*)$/.test(code);
}
