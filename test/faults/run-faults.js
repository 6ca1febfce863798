// @ts-check
// Breaks the built program in ways that only the operating system can, and prints a row for each: npm run faults, or
// npm run faults -- disk for those whose name has this word.
// Exits with 1 if one of them goes otherwise than docs/faults.md says. What this machine cannot do is passed over.
import { startSlackStandIn } from '../../bench/slack-stand-in.js';
import { FAULTS } from './faults.js';
import { endAll } from './program.js';

const [, , wanted = ''] = process.argv;
let failed = 0;
for (const { name, missing, run } of FAULTS) {
  if (!name.includes(wanted)) continue;
  const lacks = missing?.();
  if (lacks !== undefined) {
    print('skip', name, `needs ${lacks}`);
    continue;
  }
  const slack = await startSlackStandIn();
  try {
    print('ok', name, await run(slack));
  } catch (error) {
    failed++;
    print('FAIL', name, error instanceof Error ? error.message : String(error));
  } finally {
    endAll();
    slack.close();
  }
}
process.exitCode = failed === 0 ? 0 : 1;

/**
 * @param {'ok' | 'skip' | 'FAIL'} how
 * @param {string} name
 * @param {string} what
 */
function print(how, name, what) {
  process.stdout.write(`${how.padEnd(4)}  ${name}: ${what}\n`);
}
