export type * from './answer/answer.js';
export { answerToJson } from './answer/answer-json.js';
export { type AnswerJson, answerJsonSchema, createAnswerJsonSchema } from './answer/answer-schema.js';
export { renderText } from './answer/render-text.js';
export { createSay, type Say } from './answer/say.js';
export { type Catalog, DataError, type DataVersion } from './catalog/catalog.js';
export { describeFault, type Fault, formatFault } from './catalog/fault.js';
export { type GoldenQuestion, readGolden } from './catalog/golden.js';
export { createJsonSchemas } from './catalog/json-schemas.js';
export { type CatalogResult, type DataFiles, parseCatalog, readCatalog } from './catalog/parse-catalog.js';
export type { Measure, PlanRecord, RecordKind } from './catalog/record-schemas.js';
export { type DecodedQuery, decodeQuery, encodeQuery, MAX_CODE_LENGTH } from './conversation/query-codec.js';
export { narrow, openRecord, switchLanguage, turnPage } from './conversation/steps.js';
export { evaluateGolden, type GoldenFigures, type GoldenOutcome, summariseGolden } from './evaluate-golden.js';
export { isLanguageTag, LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from './language/languages.js';
export {
  type AskRequest,
  createPlanlotse,
  MAX_QUESTION_LENGTH,
  type Planlotse,
  type PlanlotseOptions,
} from './planlotse.js';
export type { Clause, Query } from './question/query.js';
export { SEARCH_STAGES, type SearchStage, type SearchStages, stagesWithout } from './search/stages.js';
export { createTextSearch, type TextDocument, type TextResult, type TextSearch } from './search/text-search.js';
