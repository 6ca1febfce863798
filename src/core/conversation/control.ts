import type { Facet } from '../catalog/vocabulary-schemas.js';
import type { LanguageTag } from '../language/languages.js';

/** One choice of a menu. */
export interface ControlOption {
  /** With its count: "laufend (7)". */
  readonly label: string;
  readonly count: number;
  /** Goes back as `value` of the click; four characters at most. */
  readonly value: string;
}

/**
 * Something that a reader can do with an answer, for any platform. `label` is what a button says, in the answer's
 * language; `code` is its id, unique among the controls of an answer, 100 characters at most.
 */
export type Control =
  | {
      readonly kind: 'previous' | 'next' | 'list' | 'why' | 'copy' | 'table' | 'share';
      readonly label: string;
      readonly code: string;
    }
  /** A menu; the label is its placeholder. */
  | {
      readonly kind: 'narrow';
      readonly facet: Facet;
      readonly label: string;
      readonly code: string;
      readonly options: readonly ControlOption[];
    }
  /** One record in full; `spoken` names it for screen readers and menus. */
  | {
      readonly kind: 'details' | 'related';
      readonly id: string;
      readonly label: string;
      readonly spoken: string;
      readonly code: string;
    }
  /** One of the readings that a question back offers. */
  | { readonly kind: 'option'; readonly label: string; readonly code: string }
  | { readonly kind: 'field'; readonly id: string; readonly label: string; readonly code: string }
  /** An example question, asked as it stands. */
  | { readonly kind: 'example'; readonly label: string; readonly code: string }
  | { readonly kind: 'language'; readonly language: LanguageTag; readonly label: string; readonly code: string }
  /** A web page. */
  | {
      readonly kind: 'link';
      readonly role: 'source' | 'contact' | 'report';
      readonly label: string;
      /** What the page is, where the label does not say. */
      readonly spoken: string;
      readonly url: string;
    }
  /** A mailbox. Buttons of Slack and Discord open no mail program, so it is shown as text. */
  | {
      readonly kind: 'mailbox';
      readonly role: 'contact' | 'report';
      readonly label: string;
      readonly address: string;
      /** With `mailto:`, and with a subject if the operator gives one. */
      readonly url: string;
    };

export interface ControlOptions {
  /** Offers to show a private answer to others, in the platform's words; absent where the answer is public. */
  readonly share?: 'channel' | 'public';
  /** Where gaps are reported: a web page or a `mailto:` address. */
  readonly reportUrl?: string;
}
