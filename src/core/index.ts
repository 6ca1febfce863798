export type * from './answer/answer.js';
export { answerToJson } from './answer/answer-json.js';
export { type AnswerJson, answerJsonSchema, createAnswerJsonSchema } from './answer/answer-schema.js';
export { createTable, type Table } from './answer/create-table.js';
export { cutText } from './answer/cut-text.js';
export { type FitText, fitTexts } from './answer/fit-texts.js';
export { renderCopy, renderWhy } from './answer/render-extras.js';
export { renderText } from './answer/render-text.js';
export { createSay, type Say } from './answer/say.js';
export { type Catalog, DataError, type DataVersion } from './catalog/catalog.js';
export type { DataFiles } from './catalog/catalog-files.js';
export { type CatalogReader, type CatalogResult, createCatalogReader } from './catalog/catalog-reader.js';
export type { Explanation } from './catalog/explanation.js';
export { describeFault, explainFault, type Fault, formatFault } from './catalog/fault.js';
export { type GoldenQuestion, readGolden } from './catalog/golden.js';
export { createJsonSchemas } from './catalog/json-schemas.js';
export { parseCatalog, readCatalog } from './catalog/parse-catalog.js';
export { type Measure, type PlanRecord, RECORD_KINDS, type RecordKind } from './catalog/record-schemas.js';
export type { AnswerBrief, AnswerChange, GoldenChange, GoldenResult } from './compare-answers.js';
export { type CompareDataOptions, compareData, type DataComparison, type DataSide } from './compare-data.js';
export { applyClick, type ClickInput, type ClickStep, readQuery } from './conversation/apply-click.js';
export type { AskRequest } from './conversation/ask-request.js';
export { type Browse, type BrowseEntry, browseOf, openSubject } from './conversation/browse.js';
export { type Click, type DecodedClick, decodeClick, encodeClick, MAX_CLICK_LENGTH } from './conversation/click.js';
export type { Control, ControlOption, ControlOptions } from './conversation/control.js';
export { controlsOf } from './conversation/controls.js';
export { echoOf, readEcho } from './conversation/echo.js';
export {
  clausesFromFilters,
  FORM_FACETS,
  type FormFacet,
  type FormFilters,
  queryFromFilters,
} from './conversation/filter-form.js';
export { type DecodedQuery, decodeQuery, encodeQuery, MAX_CODE_LENGTH } from './conversation/query-codec.js';
export { listOf, narrow, openRecord, switchLanguage, turnPage } from './conversation/steps.js';
export { createSuggestions, type Suggestion, type Suggestions } from './conversation/suggestions.js';
export { evaluateGolden, type GoldenFigures, type GoldenOutcome, summariseGolden } from './evaluate-golden.js';
export { BASE_LANGUAGE, isLanguageTag, LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from './language/languages.js';
export { createLookUpWord, type WordStanding } from './look-up-word.js';
export { type Miss, missOf } from './miss.js';
export {
  createPlanlotse,
  MAX_QUESTION_LENGTH,
  type Planlotse,
  type PlanlotseOptions,
} from './planlotse.js';
export type { Clause, Query } from './question/query.js';
export { type ClickReply, type PlatformClick, requestOf, respondToClick } from './respond-to-click.js';
export { DATA_LISTS, type DataList, type EntryChange } from './review/compare-catalogs.js';
export type { FieldChange } from './review/compare-values.js';
export { findLinks, type Link } from './review/find-links.js';
export { findNamingWarnings } from './review/find-naming-warnings.js';
export { findWarnings } from './review/find-warnings.js';
export type { Place } from './review/places.js';
export {
  MOST_TYPICAL_QUESTIONS,
  type QuestionOrigin,
  type TypicalQuestion,
  typicalQuestions,
} from './review/typical-questions.js';
export { explainWarning, isWarningCode, nameWarnings, WARNING_CODES, type Warning } from './review/warning.js';
export type { WarningCode } from './review/warning-messages.js';
export { SEARCH_STAGES, type SearchStage, type SearchStages, stagesWithout } from './search/stages.js';
export { createTextSearch, type TextDocument, type TextResult, type TextSearch } from './search/text-search.js';
export { tellMisses } from './tell-misses.js';
