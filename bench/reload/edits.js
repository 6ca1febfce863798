// @ts-check
import { setTimeout as pause } from 'node:timers/promises';
import { parseDocument } from 'yaml';

/** @typedef {import('./folder.js').Folder} Folder */
/** @typedef {import('./random.js').Random} Random */

/**
 * What the bot has to say once it answers from an edit: the word that is asked for, and what must be in the answer or must not.
 *
 * @typedef {{ readonly word: string, readonly id?: string, readonly notId?: string, readonly says?: string }} Expectation
 */
/**
 * What has been done. `isSilent`: the program need not log it. `finish` is the rest of the edit, to be done once the last
 * good data was seen to answer; `later` tidies up in the end.
 *
 * @typedef {{ readonly expected?: readonly Expectation[], readonly isSilent?: boolean, readonly later?: () => Promise<void>, readonly finish?: () => Promise<void> }} Done
 */
/** @typedef {{ readonly folder: Folder, readonly random: Random, readonly probe: Probe, readonly broken: Map<string, string | undefined> }} Scene */
/** @typedef {(scene: Scene) => Promise<Done>} Edit */

const PROBE_ID = 'soak-probe';
export const PROBE_PATH = `measures/${PROBE_ID}.yaml`;
const DE = 'texts/de.yaml';

/** @typedef {ReturnType<typeof createProbe>} Probe */

/**
 * A record of the soak's own, made after one of the data. Its title has a word that no other record has.
 *
 * @param {ReadonlyMap<string, string>} files
 */
export function createProbe(files) {
  const [, example = ''] = [...files].find(([path]) => path.startsWith('measures/')) ?? [];
  let word = '';
  const text = (/** @type {string} */ name, /** @type {readonly string[]} */ keywords = []) => {
    const document = parseDocument(example);
    for (const key of ['related', 'aliases', 'questions', 'plain', 'updates', 'note']) document.delete(key);
    document.set('title', { de: `Vorhaben ${name}` });
    document.set('shortTitle', { de: `Vorhaben ${name}` });
    document.set('summary', { de: `Das Vorhaben ${name} ist nur zur Probe da.` });
    if (keywords.length > 0) document.set('keywords', { de: keywords });
    else document.delete('keywords');
    return document.toString();
  };
  return {
    /** The word that stands in the file of the probe now. */
    word: () => word,
    /** A text of the probe with a new word. */
    renamed: (/** @type {string} */ next) => {
      word = next;
      return text(next);
    },
    text,
    found: () => ({ word: word, id: PROBE_ID }),
  };
}

/** @param {(scene: Scene, text: string) => Promise<void | (() => Promise<void>)>} write */
const rewording =
  (write) =>
  /** @type {Edit} */
  async (scene) => {
    const { probe, random, broken } = scene;
    const later = await write(scene, probe.renamed(random.word()));
    broken.delete(PROBE_PATH);
    return { expected: [probe.found()], ...(later === undefined ? {} : { later }) };
  };

/** Edits after which the data is in order, if it was before. */
export const VALID = /** @type {const} @satisfies {Readonly<Record<string, Edit>>} */ ({
  save: rewording(({ folder }, text) => folder.save(PROBE_PATH, text)),
  'save by renaming': rewording(({ folder }, text) => folder.saveByRenaming(PROBE_PATH, text)),
  'save of vim': rewording(({ folder }, text) => folder.saveAsVim(PROBE_PATH, text)),
  'save in halves': rewording(({ folder, random }, text) =>
    folder.saveInHalves(PROBE_PATH, text, () => pause(random.below(400))),
  ),
  'ten saves a second': rewording(async ({ folder, random, probe }, text) => {
    for (let save = 0; save < 10; save++) {
      await folder.save(PROBE_PATH, probe.text(random.word()));
      await pause(100);
    }
    await folder.save(PROBE_PATH, text);
  }),
  'checkout in place': rewording(({ folder }, text) => folder.rewrite(PROBE_PATH, text)),
  'folder in place of the folder': rewording(({ folder }, text) => folder.swap(PROBE_PATH, text)),
  'link moved on': rewording(({ folder }, text) => folder.relink(PROBE_PATH, text)),
  keyword: async ({ folder, random, probe, broken }) => {
    const keyword = random.word();
    broken.delete(PROBE_PATH);
    await folder.save(PROBE_PATH, probe.text(probe.word(), [keyword]));
    return { expected: [probe.found(), { word: keyword, id: PROBE_ID }] };
  },
  sentence: async ({ folder, random, probe }) => {
    const word = random.word();
    const text = (folder.files.get(DE) ?? '').replace(
      /^(evidence\.line: "?[^"\n]*?)( \(\w+\))?("?)$/m,
      `$1 (${word})$3`,
    );
    await folder.save(DE, text);
    return { expected: [{ ...probe.found(), says: word }] };
  },
  'new record': async ({ folder, random, probe }) => {
    const word = random.word();
    await folder.save(`measures/soak-${word}.yaml`, probe.text(word));
    return { expected: [probe.found(), { word: word, id: `soak-${word}` }] };
  },
  'record deleted': async (scene) => {
    const { folder, probe } = scene;
    const path = ownRecord(scene);
    if (path === undefined) return { expected: [probe.found()], isSilent: true };
    await folder.remove(path);
    return { expected: [probe.found(), { word: wordOf(path), notId: idOf(path) }] };
  },
  'record renamed': async (scene) => {
    const { folder, random, probe } = scene;
    const path = ownRecord(scene);
    if (path === undefined) return { expected: [probe.found()], isSilent: true };
    const id = `soak-${random.word()}-${wordOf(path)}`;
    await folder.move(path, `measures/${id}.yaml`);
    return { expected: [probe.found(), { word: wordOf(path), id }] };
  },
  'nothing but litter': async ({ folder, probe }) => {
    await folder.litter(PROBE_PATH);
    return { expected: [probe.found()], isSilent: true };
  },
  'folder away and back': async ({ folder, random, probe }) => {
    const bringBack = await folder.takeAway();
    await pause(random.below(3000));
    return { expected: [probe.found()], isSilent: true, finish: bringBack };
  },
});

/** Takes what an edit breaks into account, so that it can be mended. @param {Scene} scene @param {string} path */
function damage({ broken, folder }, path) {
  if (!broken.has(path)) broken.set(path, folder.files.get(path));
}

/** @param {(text: string, random: Random) => string} spoil */
const spoiling =
  (spoil) =>
  /** @type {Edit} */
  async (scene) => {
    const { folder, random } = scene;
    const intact = [...folder.files.keys()].filter(
      (path) => !scene.broken.has(path) && /^(measures|institutions|facts|events)\//.test(path),
    );
    const path = random.pick(intact);
    damage(scene, path);
    await folder.save(path, spoil(folder.files.get(path) ?? '', random));
    return {};
  };

/** Edits after which the data is broken. */
export const BROKEN = /** @type {const} @satisfies {Readonly<Record<string, Edit>>} */ ({
  'bracket left open': spoiling((text) => `${text}\nnote: [`),
  'unknown field': spoiling((text) => `${text}\nsummry: x\n`),
  'reference to nothing': spoiling((text, random) => text.replace(/^lead: .*$/m, `lead: ${random.word()}`)),
  'empty file': spoiling(() => ''),
  'half a file': spoiling((text) => text.slice(0, text.indexOf('summary:') + 10)),
  'no text at all': spoiling((text) => text.replace(/e/g, '\u0000')),
  'file that everything needs deleted': async (scene) => {
    const path = scene.random.pick(
      ['plan.yaml', 'organisations.yaml', DE].filter((one) => scene.folder.files.has(one)),
    );
    damage(scene, path);
    await scene.folder.remove(path);
    return {};
  },
  'wrong ending': async (scene) => {
    const path = `measures/soak-${scene.random.word()}.yml`;
    damage(scene, path);
    await scene.folder.save(path, scene.probe.text('falsch'));
    return {};
  },
});

/** Puts everything right that was broken. @type {Edit} */
export const mend = async (scene) => {
  const { folder, broken, probe, random } = scene;
  for (const [path, text] of broken) {
    if (path === PROBE_PATH) continue;
    if (text === undefined) await folder.remove(path);
    else await folder.save(path, text);
  }
  broken.clear();
  await folder.save(PROBE_PATH, probe.renamed(random.word()));
  return { expected: [probe.found()] };
};

/** A record that the soak has added and not broken. @param {Scene} scene */
function ownRecord({ folder: { files }, random, broken }) {
  const own = [...files.keys()].filter(
    (path) => /^measures\/soak-\w+\d+x(-\w+)?\.yaml$/.test(path) && !broken.has(path),
  );
  return own.length === 0 ? undefined : random.pick(own);
}

/** @param {string} path */
function idOf(path) {
  return path.slice('measures/'.length, -'.yaml'.length);
}

/** @param {string} path */
function wordOf(path) {
  return idOf(path).split('-').at(-1) ?? '';
}
