/**
 * What Slack takes at most, counted as `String.length` counts unless said otherwise.
 *
 * @see https://docs.slack.dev/reference/block-kit/blocks
 */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  /**
   * All blocks of a message as JSON. Slack gives no figure; posts fail from about 13,200 characters, and containers
   * seem to count: https://github.com/slackapi/bolt-js/issues/2867
   */
  message: 13_000,
  /** The text beside the blocks. */
  text: 40_000,
  sectionText: 3000,
  contextElements: 10,
  contextText: 3000,
  header: 150,
  actions: 25,
  actionId: 255,
  blockId: 255,
  buttonValue: 2000,
  buttonText: 75,
  buttonUrl: 3000,
  spoken: 75,
  options: 100,
  optionText: 75,
  optionValue: 75,
  placeholder: 150,
  inputLabel: 2000,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3000,
} as const;

/** How much of an answer is shown: the next smaller room is taken where the message would be too long. */
export interface Room {
  /** The texts of one record in a list. */
  readonly card: number;
  /** Status and provenance of a record; both say it in less, unless data is written to fill it. */
  readonly evidence: number;
  /** The name of a source. */
  readonly source: number;
  /** An address; a longer one is left out, and its name stands there without a link. */
  readonly url: number;
  /** Records of other kinds beside a list. */
  readonly apart: number;
  /** What is said before the records, a summary, the lines of a record. */
  readonly text: number;
  /** What the reader has to know besides. */
  readonly notices: number;
  /** Options of one menu. */
  readonly options: number;
  /** Buttons that ask something further: fields, examples, related records. */
  readonly buttons: number;
  /** Sources, and buttons that open a page. */
  readonly links: number;
}

export const ROOMS: readonly Room[] = [
  {
    card: 1200,
    evidence: 400,
    source: 300,
    url: 1000,
    apart: 5,
    text: 2300,
    notices: 1500,
    options: 25,
    buttons: 25,
    links: 6,
  },
  {
    card: 900,
    evidence: 400,
    source: 200,
    url: 800,
    apart: 5,
    text: 2300,
    notices: 1500,
    options: 12,
    buttons: 15,
    links: 5,
  },
  {
    card: 600,
    evidence: 300,
    source: 150,
    url: 700,
    apart: 3,
    text: 2000,
    notices: 1000,
    options: 8,
    buttons: 10,
    links: 4,
  },
  {
    card: 400,
    evidence: 250,
    source: 100,
    url: 300,
    apart: 1,
    text: 1200,
    notices: 700,
    options: 5,
    buttons: 6,
    links: 3,
  },
  {
    card: 250,
    evidence: 200,
    source: 80,
    url: 200,
    apart: 0,
    text: 500,
    notices: 300,
    options: 0,
    buttons: 4,
    links: 1,
  },
  { card: 120, evidence: 160, source: 60, url: 0, apart: 0, text: 250, notices: 150, options: 0, buttons: 2, links: 0 },
];
