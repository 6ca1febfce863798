import type { Catalog } from '../catalog/catalog.js';
import { foldCase, normaliseText } from '../language/fold.js';
import { LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';

/** Where a typical question comes from: the kind of its wording, and the thing in `data/` that has it. */
export interface QuestionOrigin {
  readonly kind: 'name' | 'keyword' | 'question' | 'everyday' | 'combination';
  readonly of: 'record' | 'field' | 'group' | 'organisation' | 'region' | 'concept';
  readonly id: string;
}

/** A question that people are likely to ask, made from the data itself. */
export interface TypicalQuestion {
  readonly text: string;
  readonly origin: QuestionOrigin;
}

/** What typical questions are to be made of one thing in particular. */
export interface CloseLook {
  /** Records whose keywords and questions are asked too. */
  readonly records: ReadonlySet<string>;
  /** Concepts all of whose words are asked too. */
  readonly concepts: ReadonlySet<string>;
}

/** How many typical questions are asked at most; two indexes answer as many within half a minute. */
export const MOST_TYPICAL_QUESTIONS = 6000;

/**
 * Makes the typical questions of one or more states of the data: names of records, what has changed in particular,
 * names of fields, groups, organisations and regions, groups within fields, and everyday words. Each wording once,
 * always in the same order; the rarest kinds are left out first.
 */
export function typicalQuestions(
  catalogs: readonly Catalog[],
  close: CloseLook = { records: new Set(), concepts: new Set() },
): { readonly questions: readonly TypicalQuestion[]; readonly leftOut: number } {
  const seen = new Set<string>();
  const questions: TypicalQuestion[] = [];
  for (const make of MAKERS) {
    for (const catalog of catalogs) {
      for (const question of make(catalog, close)) {
        const key = foldCase(normaliseText(question.text)).trim();
        if (key === '' || seen.has(key)) continue;
        seen.add(key);
        questions.push(question);
      }
    }
  }
  return {
    questions: questions.slice(0, MOST_TYPICAL_QUESTIONS),
    leftOut: Math.max(0, questions.length - MOST_TYPICAL_QUESTIONS),
  };
}

type Make = (catalog: Catalog, close: CloseLook) => readonly TypicalQuestion[];

const MAKERS: readonly Make[] = [recordNames, closeLooks, listNames, combinations, everydayWords];

type Texts = { readonly [tag: string]: string | undefined };
type WordLists = { readonly [tag: string]: readonly string[] | undefined };

function recordNames({ records }: Catalog): TypicalQuestion[] {
  return [...records.values()].flatMap(({ id, title, shortTitle, aliases }) =>
    named('name', 'record', id, [...inAll(title), ...inAll(shortTitle), ...(aliases ?? [])]),
  );
}

function closeLooks({ records, concepts }: Catalog, close: CloseLook): TypicalQuestion[] {
  return [
    ...[...close.records].flatMap((id) => {
      const { keywords, questions } = records.get(id) ?? {};
      return [
        ...named('keyword', 'record', id, wordsOf(keywords)),
        ...named('question', 'record', id, wordsOf(questions)),
      ];
    }),
    ...[...close.concepts].flatMap((id) => named('everyday', 'concept', id, wordsOf(concepts.get(id)?.words))),
  ];
}

function listNames({ actionFields, targetGroups, organisations, regions }: Catalog): TypicalQuestion[] {
  return [
    ...[...actionFields.values()].flatMap(({ id, label, names }) =>
      named('name', 'field', id, [...inAll(label), ...wordsOf(names)]),
    ),
    ...[...targetGroups.values()].flatMap(({ id, label, names }) =>
      named('name', 'group', id, [...inAll(label), ...wordsOf(names)]),
    ),
    ...[...organisations.values()].flatMap(({ id, name, short, aliases }) =>
      named('name', 'organisation', id, [...inAll(name), short, ...(aliases ?? [])]),
    ),
    ...[...regions.values()].flatMap(({ id, name, aliases }) =>
      named('name', 'region', id, [...inAll(name), ...(aliases ?? [])]),
    ),
  ];
}

/** Groups within fields, as far as some record is in both. */
function combinations({ records, actionFields, targetGroups }: Catalog): TypicalQuestion[] {
  const pairs = new Set<string>();
  return [...records.values()].flatMap(({ actionField, alsoIn, targetGroups: groups }) =>
    [actionField, ...(alsoIn ?? [])].flatMap((field) =>
      groups.flatMap((group) => {
        const id = `${field} ${group}`;
        if (pairs.has(id)) return [];
        pairs.add(id);
        const texts = LANGUAGE_TAGS.flatMap((tag) => {
          const fieldLabel: Texts | undefined = actionFields.get(field)?.label;
          const groupLabel: Texts | undefined = targetGroups.get(group)?.label;
          const [fieldName, groupName] = [fieldLabel?.[tag], groupLabel?.[tag]];
          return fieldName === undefined || groupName === undefined ? [] : [COMBINED[tag](fieldName, groupName)];
        });
        return named('combination', 'field', field, texts);
      }),
    ),
  );
}

const COMBINED: Readonly<Record<LanguageTag, (field: string, group: string) => string>> = {
  de: (field, group) => `Maßnahmen für ${group} im Handlungsfeld ${field}`,
  en: (field, group) => `Measures for ${group} in the field ${field}`,
};

function everydayWords({ targetGroups, concepts }: Catalog): TypicalQuestion[] {
  return [
    ...[...targetGroups.values()].flatMap(({ id, everyday }) => named('everyday', 'group', id, wordsOf(everyday))),
    ...[...concepts.values()].flatMap(({ id, label }) => named('everyday', 'concept', id, inAll(label))),
  ];
}

function named(
  kind: QuestionOrigin['kind'],
  of: QuestionOrigin['of'],
  id: string,
  texts: readonly string[],
): TypicalQuestion[] {
  return texts.map((text) => ({ text, origin: { kind, of, id } }));
}

function inAll(texts: Texts): string[] {
  return LANGUAGE_TAGS.flatMap((tag) => texts[tag] ?? []);
}

function wordsOf(lists: WordLists | undefined): string[] {
  return LANGUAGE_TAGS.flatMap((tag) => lists?.[tag] ?? []);
}
