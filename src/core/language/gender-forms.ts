// Lehrer:innen, Lehrer*innen, Lehrer_innen, Lehrer·innen, Lehrer/innen, Lehrer/-innen, Lehrer(innen), LehrerInnen.
const MARKED_FORM = /(\p{Ll})(?:[:*_·]|\/-?)(innen|in)(?!\p{L})/gu;
const BRACKETED_FORM = /(\p{Ll})\((innen|in)\)/gu;
// "Migrant:innenorganisation".
const IN_COMPOUND = /(\p{Ll})[:*_·](?=innen\p{Ll})/gu;
const INNER_CAPITAL = /(\p{Ll})In(nen)?(?!\p{L})/gu;

/** Writes marked gender forms as the plain feminine, which the stemmer then joins with the masculine. */
export function plainGenderForms(text: string): string {
  if (!/[:*_·/(]|\p{Ll}In/u.test(text)) return text;
  return text
    .replace(MARKED_FORM, '$1$2')
    .replace(BRACKETED_FORM, '$1$2')
    .replace(IN_COMPOUND, '$1')
    .replace(INNER_CAPITAL, '$1in$2');
}

// Nouns for people whose masculine ends so; "Medizin" or "Termin" must stay whole.
const FEMININE = /(?<=\p{L}{3}(?:er|or|ent|ant|at|ist|og|eut|ling|ar))in(?:nen)?$/u;
const FEMININE_WITHOUT_ENDING = /(?<=(?:arzt|kund|expert|kolleg|beamt|freund|anwalt|genoss|nachbar))in(?:nen)?$/u;
// Any plural in "-innen" is feminine but for these verbs ("beginnen", "gewinnen").
const FEMININE_PLURAL = /(?<=\p{L}{4})(?<!(?:be|ge|ver|ent|er|zer|zu|an|aus|ein|auf|nach)(?:g|w|s|r|sp))innen$/u;

/** "lehrerinnen" and "lehrerin" without their ending, so that they share a stem with "lehrer". */
export function withoutFeminineEnding(word: string): string {
  if (!word.endsWith('in') && !word.endsWith('innen')) return word;
  return word.replace(FEMININE, '').replace(FEMININE_WITHOUT_ENDING, '').replace(FEMININE_PLURAL, '');
}
