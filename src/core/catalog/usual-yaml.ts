import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';

/** Characters of the longest key that is read here; YAML takes no more than 1024. */
const LONGEST_KEY = 200;
const ABSENT = -1;
/** Tabs, byte order marks, marks of documents and directives, keys behind a question mark, escaped line ends. */
const UNUSUAL = /[\t\uFEFF]|^(?:---|\.\.\.|%)|(?:^|[\s:?[{,-])\?(?=\s|$)|\\ *\r?$/m;

/** A text with something unusual in it; never leaves this module. */
class UnusualError extends Error {}

/**
 * Reads a YAML text that holds nothing unusual: maps, lists, and values on one line or folded over several.
 * It takes a fourth of the time that a parser needs who keeps every position. Undefined for a text with a fault
 * and for one with anything that parsers could read in different ways; both need to be read with care.
 */
export function readUsualYaml(text: string): unknown {
  if (UNUSUAL.test(text)) return undefined;
  const lines = text.replaceAll('\r\n', '\n');
  try {
    return documentOf(parseEvents(lines, {}), lines);
  } catch {
    return undefined;
  }
}

function documentOf(events: readonly Event[], source: string): unknown {
  let at = 0;
  const next = (): Event => {
    const event = events[at++];
    if (event === undefined) throw new UnusualError();
    return event;
  };
  const start = next();
  const isPlain = start.type === EVENT_ID.DOCUMENT && !start.explicitStart && start.directives.length === 0;
  if (!isPlain) throw new UnusualError();
  const value = read(next());
  if (next().type !== EVENT_ID.POP || start.explicitEnd || at < events.length) throw new UnusualError();
  return value ?? undefined;

  function read(event: Event): unknown {
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return scalarOf(textOf(event), event.style === SCALAR_STYLE.PLAIN);
      case EVENT_ID.SEQUENCE:
        refuseProperties(event);
        return readList();
      case EVENT_ID.MAPPING:
        refuseProperties(event);
        return readMap();
      default:
        throw new UnusualError();
    }
  }

  function readList(): unknown[] {
    const list: unknown[] = [];
    for (let event = next(); event.type !== EVENT_ID.POP; event = next()) list.push(read(event));
    return list;
  }

  function readMap(): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    for (let event = next(); event.type !== EVENT_ID.POP; event = next()) {
      if (event.type !== EVENT_ID.SCALAR) throw new UnusualError();
      const key = textOf(event);
      // No key, one that is there already, that every object has ("__proto__"), or that merges ("<<").
      if (key === '' || key in map || key === '<<' || key.length > LONGEST_KEY) throw new UnusualError();
      map[key] = read(next());
    }
    return map;
  }

  function textOf(event: Event & { readonly type: typeof EVENT_ID.SCALAR }): string {
    refuseProperties(event);
    const isBlock = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    if (isBlock) throw new UnusualError();
    return getScalarValue(source, event);
  }
}

/** Anchors and tags are not used in `data/`; the careful parser says where they stand. */
function refuseProperties({
  anchorStart,
  tagStart,
}: {
  readonly anchorStart: number;
  readonly tagStart: number;
}): void {
  if (anchorStart !== ABSENT || tagStart !== ABSENT) throw new UnusualError();
}

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['', null],
  ['~', null],
  ['null', null],
  ['true', true],
  ['false', false],
]);
/** Other spellings of these are read differently by different versions of YAML. */
const LIKE_WORD = /^(?:null|true|false)$/i;
const PLAIN_NUMBER = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;
/** A day or month is a text, and so is anything with a character that no number has ("0x1F", ".inf"). */
const NO_NUMBER = /^\d{4}-\d\d(?:-\d\d)?$|[^\da-finox.+-]/i;

/** The core schema of YAML 1.2: a value without quotation marks can be a number or one of a few words. */
function scalarOf(text: string, isPlain: boolean): unknown {
  if (!isPlain) return text;
  const first = text.charCodeAt(0);
  const mayBeNumber = first <= 57 && first >= 43;
  if (mayBeNumber) {
    if (PLAIN_NUMBER.test(text)) return Number(text);
    if (!NO_NUMBER.test(text)) throw new UnusualError();
    return text;
  }
  if (text.length > 5) return text;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (LIKE_WORD.test(text)) throw new UnusualError();
  return text;
}
