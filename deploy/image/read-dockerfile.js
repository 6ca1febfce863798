// @ts-check
import { DockerfileParser } from 'dockerfile-ast';

/** @typedef {{ readonly keyword: string, readonly text: string, readonly line: number }} Step */
/** @typedef {{ readonly image: string, readonly name: string | undefined, readonly steps: readonly Step[] }} Stage */

/**
 * The stages of a Dockerfile with their instructions, build arguments before the first stage filled in.
 *
 * @param {string} text
 * @returns {readonly Stage[]}
 */
export function readDockerfile(text) {
  const dockerfile = DockerfileParser.parse(text);
  const defaults = Object.fromEntries(
    dockerfile.getInitialARGs().flatMap((arg) => {
      const property = arg.getProperty();
      return property === null ? [] : [[property.getName(), property.getValue() ?? '']];
    }),
  );
  /** @type {{ image: string, name: string | undefined, steps: Step[] }[]} */
  const stages = [];
  for (const instruction of dockerfile.getInstructions()) {
    const keyword = instruction.getKeyword();
    // The flags are no arguments, but belong to what is to be done.
    const flags = 'getFlags' in instruction && typeof instruction.getFlags === 'function' ? instruction.getFlags() : [];
    const content = [...flags, instruction.getRawArgumentsContent() ?? ''].join(' ').trim();
    if (keyword === 'FROM') {
      const [image = '', , name] = content.split(/\s+/);
      stages.push({ image: expand(image, defaults), name, steps: [] });
    } else {
      const line = instruction.getRange().start.line + 1;
      stages.at(-1)?.steps.push({ keyword, text: content, line });
    }
  }
  return stages;
}

/**
 * Fills in `${NAME}`; what is not set is empty, as Docker has it.
 *
 * @param {string} text
 * @param {Readonly<Record<string, string | undefined>>} values
 */
export function expand(text, values) {
  return text.replace(/\$\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/**
 * The words of an instruction in exec form (a JSON array).
 *
 * @param {string} text
 * @returns {readonly string[]}
 */
export function execForm(text) {
  const at = text.indexOf('[');
  const words = at < 0 ? undefined : JSON.parse(text.slice(at));
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) {
    throw new TypeError(`"${text}" is not in exec form: give a JSON array of strings.`);
  }
  return words;
}
