import { cutText } from '../answer/cut-text.js';
import type { Catalog } from '../catalog/catalog.js';
import { normaliseText } from '../language/fold.js';
import { BASE_LANGUAGE, LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import { foldWord } from '../language/tokenise.js';
import type { Query } from '../question/query.js';
import { openSubject } from './browse.js';
import { encodeClick } from './click.js';
import { FORM_FACETS, type FormFacet } from './filter-form.js';
import { type Named, namedRecord, namedValues } from './suggestion-names.js';

/** One choice while someone types. */
export interface Suggestion {
  /** 100 characters at most, cut at a word end. */
  readonly label: string;
  /** For a filter the id that the filter takes (75 characters at most); else the code of a click, for `requestOf`. */
  readonly value: string;
}

/** Choices while someone types. Everything is prepared; a call takes a few milliseconds at 10,000 records. */
export interface Suggestions {
  /** Values of a filter; without anything typed those with the most records. */
  readonly values: (facet: FormFacet, typed: string, language: LanguageTag, limit?: number) => Suggestion[];
  /** Fields, groups and records; without anything typed the fields, then the groups. */
  readonly topics: (typed: string, language: LanguageTag, limit?: number) => Suggestion[];
  /** Single records; without anything typed measures by title. */
  readonly records: (typed: string, language: LanguageTag, limit?: number) => Suggestion[];
  /** What someone typed without choosing: an id, or the one value that is called so; undefined for anything else. */
  readonly resolve: (facet: FormFacet, typed: string) => string | undefined;
}

/** The longest label that Discord shows. */
const LONGEST_LABEL = 100;
/** As many choices as Discord shows. */
const USUAL_LIMIT = 25;
/** What someone types beyond this tells nothing more. */
const LONGEST_TYPED = 100;

const EXACT = 0;
const PREFIX = 1;
const WORD_PREFIX = 2;
const EVERYDAY = 3;
const NONE = 4;

/** A thing with its names as they are searched: folded, a space before every word and a line for every name. */
interface Entry {
  readonly named: Named;
  readonly titles: string;
  readonly names: string;
  readonly all: string;
}

interface Topic extends Entry {
  readonly isSubject: boolean;
  readonly isMeasure: boolean;
  readonly queryIn: (language: LanguageTag) => Query;
}

/** Prepares the choices of a catalogue, once. */
export function createSuggestions(catalog: Catalog): Suggestions {
  const entryOf = entryMaker();
  const values = new Map(
    FORM_FACETS.map((facet) => [facet, namedValues(catalog, facet).sort(byCount).map(entryOf)] as const),
  );
  const topics = topicsOf(catalog, entryOf);
  const subjects = topics.filter(({ isSubject }) => isSubject);
  const records = topics.filter(({ isSubject }) => !isSubject).sort(byKindAndTitle);
  const opening = (found: readonly Topic[], language: LanguageTag): Suggestion[] =>
    found.map(({ named, queryIn }) => ({
      label: labelOf(named, language),
      value: encodeClick({ kind: 'open', query: queryIn(language) }, catalog),
    }));

  return {
    values: (facet, typed, language, limit = USUAL_LIMIT) =>
      best(values.get(facet) ?? [], foldTyped(typed), limit).map(({ named }) => ({
        label: labelOf(named, language),
        value: named.id,
      })),
    topics: (typed, language, limit = USUAL_LIMIT) => {
      const foldings = foldTyped(typed);
      return opening(best(foldings.length === 0 ? subjects : topics, foldings, limit), language);
    },
    records: (typed, language, limit = USUAL_LIMIT) => opening(best(records, foldTyped(typed), limit), language),
    resolve: (facet, typed) => {
      const entries = values.get(facet) ?? [];
      if (entries.some(({ named }) => named.id === typed)) return typed;
      const foldings = foldTyped(typed);
      const [only, ...others] = entries.filter((entry) => rankOf(entry, foldings) === EXACT);
      return others.length === 0 ? only?.named.id : undefined;
    },
  };
}

/** Within a rank, fields come before groups, organisations and records. */
function topicsOf(catalog: Catalog, entryOf: (named: Named) => Entry): Topic[] {
  const subjects = (['field', 'group', 'organisation'] as const).flatMap((kind) =>
    namedValues(catalog, kind)
      .filter(({ count }) => count > 0)
      .map((named) => ({
        ...entryOf(named),
        isSubject: true,
        isMeasure: false,
        queryIn: (language: LanguageTag) => openSubject({ kind, id: named.id }, language),
      })),
  );
  const records = [...catalog.records.values()].map((record) => ({
    ...entryOf(namedRecord(record)),
    isSubject: false,
    isMeasure: record.kind === 'measure',
    queryIn: (language: LanguageTag): Query => ({
      action: 'record',
      language,
      text: '',
      clauses: [],
      records: [record.id],
      page: 1,
    }),
  }));
  return [...subjects, ...records];
}

function labelOf({ labelIn }: Named, language: LanguageTag): string {
  return cutText(labelIn(language), LONGEST_LABEL);
}

function byCount(a: Named, b: Named): number {
  return b.count - a.count;
}

/** Measures before other records, each by title. */
function byKindAndTitle(a: Topic, b: Topic): number {
  const title = ({ named }: Topic): string => named.labelIn(BASE_LANGUAGE);
  return Number(b.isMeasure) - Number(a.isMeasure) || byTitle.compare(title(a), title(b));
}

const byTitle = new Intl.Collator(BASE_LANGUAGE);

function best<T extends Entry>(entries: readonly T[], foldings: readonly Folding[], limit: number): T[] {
  if (foldings.length === 0) return entries.slice(0, limit);
  const ranks: T[][] = [[], [], [], []];
  for (const entry of entries) ranks[rankOf(entry, foldings)]?.push(entry);
  return ranks.flat().slice(0, limit);
}

/** How well an entry fits: its name, the beginning of its title, beginnings of words in its names, an everyday word. */
function rankOf({ titles, names, all }: Entry, foldings: readonly Folding[]): number {
  let rank = NONE;
  for (const { whole, words } of foldings) {
    if (!words.every((word) => all.includes(word))) continue;
    if (names.includes(`${LINE}${whole}${LINE}`)) return EXACT;
    if (titles.includes(LINE + whole)) rank = PREFIX;
    else if (rank > WORD_PREFIX && words.every((word) => names.includes(word))) rank = WORD_PREFIX;
    else if (rank > EVERYDAY) rank = EVERYDAY;
  }
  return rank;
}

/** What was typed, as words that begin with a space and as a whole. */
interface Folding {
  readonly words: readonly string[];
  readonly whole: string;
}

/** What was typed, folded as each language folds: "Mae" begins "Mädchen" for readers of English, too. */
function foldTyped(typed: string): Folding[] {
  const foldings = new Map<string, Folding>();
  for (const tag of LANGUAGE_TAGS) {
    const words = wordsOf(typed.slice(0, LONGEST_TYPED)).map((word) => ` ${foldWord(word, tag)}`);
    const whole = words.join('');
    if (whole !== '') foldings.set(whole, { words, whole });
  }
  return [...foldings.values()];
}

const LINE = '\n';
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

function wordsOf(text: string): string[] {
  return normaliseText(text)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}

/** Makes entries; words repeat from name to name and are folded once. */
function entryMaker(): (named: Named) => Entry {
  const foldedWords = new Map<string, readonly string[]>();
  const fold = (word: string): readonly string[] => {
    const known = foldedWords.get(word) ?? LANGUAGE_TAGS.map((tag) => ` ${foldWord(word, tag)}`);
    foldedWords.set(word, known);
    return known;
  };
  const lines = (texts: readonly string[]): string => {
    const folded = new Set<string>();
    for (const text of texts) {
      const words = wordsOf(text).map(fold);
      for (const place of LANGUAGE_TAGS.keys()) folded.add(words.map((word) => word[place] ?? '').join(''));
    }
    return `${LINE}${[...folded].join(LINE)}${LINE}`;
  };
  return (named) => {
    const titles = lines(named.titles);
    const names = titles + lines(named.names);
    return { named, titles, names, all: names + lines(named.everyday) };
  };
}
