// @ts-check
import { performance } from 'node:perf_hooks';
import { BROKEN, createProbe, mend, PROBE_PATH, VALID } from './edits.js';
import { createFolder } from './folder.js';
import { startProgram } from './program.js';
import { createRandom } from './random.js';

/** @typedef {import('./edits.js').Edit} Edit */
/** @typedef {import('./edits.js').Done} Done */
/** @typedef {import('./edits.js').Expectation} Expectation */
/** @typedef {import('./program.js').Memory} Memory */
/**
 * Milliseconds from the end of an edit to an answer from the new data, and of these what the load took.
 *
 * @typedef {{ readonly edit: string, readonly answered: number, readonly load: number }} Took
 */
/**
 * @typedef {object} Outcome
 * @property {number} edits
 * @property {ReadonlyMap<string, number>} kinds how often each edit was made
 * @property {readonly string[]} wrong what the bot said that it should not have said
 * @property {readonly Took[]} took
 * @property {readonly (Memory & { readonly edits: number })[]} memory
 */

/** How often memory is measured in a run. */
const SAMPLES = 20;

/**
 * Makes edits in the data of the running program, one after the other, and asks after each whether it answers as it
 * should: from the new data where that is in order, from the last good data where it is not.
 *
 * @param {object} options
 * @param {ReadonlyMap<string, string>} options.files
 * @param {number} options.edits
 * @param {number} options.seed
 * @param {Readonly<Record<string, string>>} [options.env]
 * @param {(edits: number, wrong: number) => void} [options.progress]
 * @returns {Promise<Outcome>}
 */
export async function soak({ files, edits, seed, env = {}, progress = () => {} }) {
  const random = createRandom(seed);
  const probe = createProbe(files);
  const folder = await createFolder(new Map([...files, [PROBE_PATH, probe.renamed(random.word())]]));
  const scene = { folder, random, probe, broken: new Map() };
  const program = await startProgram(folder.data, env);
  /** @type {string[]} */
  const wrong = [];
  /** @type {Took[]} */
  const took = [];
  /** @type {(Memory & { edits: number })[]} */
  const memory = [];
  /** @type {Map<string, number>} */
  const kinds = new Map();
  let made = 0;
  let good = { version: folder.version(), found: probe.found() };

  /** @param {string} edit @param {Expectation} expected @param {string} version */
  const ask = async (edit, { word, id, notId, says }, version) => {
    // A word that nobody has written tells no language by itself.
    const { ids, text, at } = await program.ask(`Was ist ${word}?`);
    const complain = (/** @type {string} */ what) => void wrong.push(`edit ${made}, ${edit}: "${word}" ${what}`);
    if (!text.includes(version)) complain(`is not answered from ${version}: ${/Fassung \w+/.exec(text)?.[0]}`);
    if (id !== undefined && !ids.includes(id)) complain(`does not find ${id} but ${ids.join() || 'nothing'}`);
    if (notId !== undefined && ids.includes(notId)) complain(`still finds ${notId}`);
    if (says !== undefined && !text.includes(says)) complain(`does not say ${says}`);
    return at;
  };
  const askGood = (/** @type {string} */ edit) => ask(edit, good.found, good.version);

  /** @param {string} name @param {Edit} edit */
  const make = async (name, edit) => {
    let from = program.lines();
    const { expected = [], isSilent = false, finish, later } = await edit(scene);
    if (finish !== undefined) {
      await askGood(name);
      from = program.lines();
      await finish();
    }
    const saved = performance.now();
    const version = folder.version();
    if (scene.broken.size > 0) {
      if (isSilent) program.hangUp();
      await program.logged(({ msg }) => /^data refused/.test(String(msg)), from, `"${name}" to be refused`);
      await askGood(name);
    } else {
      if (isSilent) program.hangUp();
      const { line } = await program.logged(
        ({ msg, dataVersion }) =>
          (msg === 'data loaded' && dataVersion === version) || (isSilent && msg === 'data unchanged'),
        from,
        `"${name}" to be loaded as ${version}`,
      );
      const [first, ...others] = expected;
      if (first !== undefined) {
        const answered = (await ask(name, first, version)) - saved;
        if (!isSilent) took.push({ edit: name, answered, load: Number(line.ms) });
      }
      for (const one of others) await ask(name, one, version);
      good = { version, found: probe.found() };
    }
    await later?.();
  };

  try {
    while (made < edits) {
      made += 1;
      const [name, what] = choose(scene);
      kinds.set(name, (kinds.get(name) ?? 0) + 1);
      await make(name, what);
      if (made % Math.ceil(edits / SAMPLES) === 0) memory.push({ edits: made, ...(await program.memory()) });
      progress(made, wrong.length);
    }
    await program.stop();
  } finally {
    program.kill();
    await folder.destroy();
  }
  return { edits, kinds, wrong, took, memory };
}

/**
 * What is broken is mended more often than not, so that runs of faults end.
 *
 * @param {import('./edits.js').Scene} scene
 * @returns {readonly [string, Edit]}
 */
function choose({ random, broken }) {
  const chance = random.next();
  if (broken.size > 0 && chance < 0.55) return ['mended', mend];
  if (chance < 0.75) return random.pick(Object.entries(VALID));
  return random.pick(Object.entries(BROKEN));
}
