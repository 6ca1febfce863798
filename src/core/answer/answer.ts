import type { DataVersion } from '../catalog/catalog.js';
import type { Provenance, RecordKind, Status } from '../catalog/record-schemas.js';
import type { Facet, Property } from '../catalog/vocabulary-schemas.js';
import type { LanguageTag } from '../language/languages.js';
import type { Query } from '../question/query.js';
import type { MatchKind } from '../search/search-words.js';

/** A page that proves something. `date` is in words; absent where the source has none. */
export interface SourceLink {
  readonly title: string;
  readonly url: string;
  readonly date?: string;
  readonly checkedOn?: string;
  readonly page?: string;
  /** Title and date in words, as an answer shows them. */
  readonly text: string;
}

/** How far a record can be trusted, in codes for programs and in words for people. */
export interface RecordEvidence {
  readonly id: string;
  readonly status: Status;
  readonly statusText: string;
  readonly asOfText: string;
  readonly provenance: Provenance;
  readonly provenanceText: string;
  readonly sources: readonly SourceLink[];
}

/** Which data answers, for every answer. */
export interface Evidence {
  /** One line: what the status and provenance rest on, and the data version. */
  readonly line: string;
  readonly dataVersion: DataVersion;
  readonly dataAsOf: string;
}

/** A record in a list. */
export interface Card {
  readonly id: string;
  readonly kind: RecordKind;
  readonly kindText: string;
  readonly title: string;
  /** The first sentence of the summary. */
  readonly line: string;
  /** Not available in the answer's language. */
  readonly otherLanguage: boolean;
  /** A remark that belongs to this answer only, such as "statewide, with sites in Kassel". */
  readonly remark?: string;
  readonly evidence: RecordEvidence;
}

/** Why a record is in the answer. */
export interface Reason {
  readonly id: string;
  readonly words: readonly { readonly word: string; readonly kind: MatchKind; readonly via?: string }[];
  readonly text: string;
}

export interface FacetCount {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** A menu that narrows the result, with how many records each choice leaves. */
export interface FacetCounts {
  readonly facet: Facet;
  readonly label: string;
  readonly counts: readonly FacetCount[];
}

/** What a list or a number came about without. */
interface Uncovered {
  /** Words of the question that nothing in the data knows; absent where there are none. */
  readonly notUnderstood?: readonly string[];
}

interface AnswerBase {
  readonly language: LanguageTag;
  /** Records that are the answer, best first, of all pages. */
  readonly ids: readonly string[];
  /** Records of other kinds that fit as well. */
  readonly apart: readonly string[];
  /** Records that are only suggested. */
  readonly offered: readonly string[];
  readonly total: number;
  readonly query: Query;
  /** What the answer says before anything else; first the most important sentence. */
  readonly sentences: readonly string[];
  /** Restrictions that the reader has to know: dropped filters, corrected words, what else holds. */
  readonly notices: readonly string[];
  readonly reasons: readonly Reason[];
  readonly evidence: Evidence;
}

export interface Paging {
  readonly page: number;
  readonly pages: number;
  readonly cards: readonly Card[];
}

export interface MeasuresAnswer extends AnswerBase, Paging, Uncovered {
  readonly kind: 'measures';
  /** The filters in words. */
  readonly filters: readonly string[];
  readonly apartCards: readonly Card[];
  readonly narrowing: readonly FacetCounts[];
}

export interface DetailLine {
  readonly label: string;
  readonly text: string;
}

export interface RecordAnswer extends AnswerBase {
  readonly kind: 'record';
  readonly card: Card;
  readonly summary: string;
  readonly details: readonly DetailLine[];
  readonly contact?: { readonly label: string; readonly url: string };
  readonly related: readonly { readonly id: string; readonly title: string }[];
}

export interface ValueRow {
  readonly id: string;
  readonly title: string;
  /** The value in words; absent where the sources do not give it. */
  readonly value?: string;
}

export interface ValueAnswer extends AnswerBase {
  readonly kind: 'value';
  readonly property: Property | 'missing';
  /** Whether the sources give the value. */
  readonly known: boolean;
  readonly rows: readonly ValueRow[];
  readonly cards: readonly Card[];
}

export interface CountAnswer extends AnswerBase, Uncovered {
  readonly kind: 'count';
  readonly filters: readonly string[];
  readonly breakdown: readonly FacetCounts[];
}

export interface OverviewAnswer extends AnswerBase, Paging {
  readonly kind: 'overview';
  readonly title: string;
  readonly details: readonly DetailLine[];
  readonly breakdown: readonly FacetCounts[];
  readonly sources: readonly SourceLink[];
}

export interface ClarifyAnswer extends AnswerBase {
  readonly kind: 'clarify';
  readonly options: readonly { readonly label: string; readonly query: Query }[];
}

export interface NothingFoundAnswer extends AnswerBase {
  readonly kind: 'nothing-found';
  readonly understood: readonly string[];
  readonly notUnderstood: readonly string[];
  readonly offeredCards: readonly Card[];
}

/** Answers that are about the bot itself. */
export interface TalkAnswer extends AnswerBase {
  readonly kind: 'help' | 'about' | 'privacy' | 'greeting' | 'thanks' | 'foreign-language';
  readonly examples: readonly string[];
}

/** What the bot says to a question. Every kind carries its evidence and its reasons. */
export type Answer =
  | MeasuresAnswer
  | RecordAnswer
  | ValueAnswer
  | CountAnswer
  | OverviewAnswer
  | ClarifyAnswer
  | NothingFoundAnswer
  | TalkAnswer;

export type AnswerKind = Answer['kind'];
