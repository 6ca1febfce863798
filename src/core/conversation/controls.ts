import type { Answer, Card, CountAnswer, FacetCounts, OverviewAnswer } from '../answer/answer.js';
import { countChoices } from '../answer/facet-counts.js';
import { createSay, type Say } from '../answer/say.js';
import type { Catalog } from '../catalog/catalog.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import { countValues } from '../question/facet-values.js';
import type { Query } from '../question/query.js';
import { exampleControls, fieldControls } from './browse.js';
import { encodeValue } from './clause-codec.js';
import { encodeClick } from './click.js';
import type { Control, ControlOptions } from './control.js';
import { linkControls } from './link-controls.js';
import { listOf, openRecord } from './steps.js';

/** What a reader can do with an answer. What cannot be done is absent, never disabled. */
export function controlsOf(answer: Answer, catalog: Catalog, options: ControlOptions = {}): Control[] {
  const say = createSay(catalog, answer.language);
  const { query } = answer;
  const click = (
    kind: 'previous' | 'next' | 'why' | 'copy' | 'table' | 'share',
    label: string,
    isOffered: boolean,
  ): Control[] => (isOffered ? [{ kind, label, code: encodeClick({ kind, query }, catalog) }] : []);
  const paged = answer.kind === 'measures' || answer.kind === 'overview' ? answer : undefined;
  const isData = answer.ids.length > 0 || answer.kind === 'count';
  const isFound = answer.reasons.some(({ id, text }) => text !== '' && answer.ids.includes(id));
  const { share } = options;
  const controls: Control[] = [
    ...click('previous', say('control.previous'), paged !== undefined && paged.page > 1),
    ...click('next', say('control.next'), paged !== undefined && paged.page < paged.pages),
    ...ownControls(answer, catalog, say),
    ...click('why', say('control.why'), isFound && answer.kind !== 'count'),
    ...click('copy', say('control.copy'), isData),
    ...click('table', say('control.table'), answer.ids.length > 1),
    ...(share === undefined
      ? []
      : click('share', say(share === 'channel' ? 'control.shareChannel' : 'control.sharePublic'), true)),
    ...languageControls(query, catalog),
    ...linkControls(answer, say, options.reportUrl),
  ];
  const seen = new Set<string>();
  return controls.filter((control) => {
    const key = 'code' in control ? control.code : control.url;
    return !seen.has(key) && seen.add(key);
  });
}

/** Controls that only this kind of answer has. */
function ownControls(answer: Answer, catalog: Catalog, say: Say): Control[] {
  const { query } = answer;
  switch (answer.kind) {
    case 'measures':
      return [
        ...narrowMenus(answer.narrowing, query, catalog, say),
        ...detailControls([...answer.cards, ...answer.apartCards], query, catalog, say),
      ];
    case 'overview':
      return [
        ...narrowMenus(dividing(answer, catalog, say), query, catalog, say),
        ...detailControls(answer.cards, query, catalog, say),
      ];
    case 'count':
      return [
        ...narrowMenus(dividing(answer, catalog, say), query, catalog, say),
        ...(answer.total === 0 ? [] : [openControl('list', say('control.list'), listOf(query), catalog)]),
      ];
    case 'record':
      return answer.related.map(({ id, title }) => ({
        kind: 'related',
        id,
        label: title,
        spoken: say('control.detailsOf', { title }),
        code: encodeClick({ kind: 'open', query: openRecord(query, id) }, catalog),
      }));
    case 'value':
      return detailControls(answer.cards, query, catalog, say);
    case 'nothing-found':
      return detailControls(answer.offeredCards, query, catalog, say);
    case 'clarify':
      return answer.options.map(({ label, query: meant }) => openControl('option', label, meant, catalog));
    case 'help':
    case 'greeting':
      return [...fieldControls(catalog, say.language), ...exampleControls(answer.examples, catalog, say.language)];
    case 'about':
    case 'privacy':
    case 'thanks':
    case 'foreign-language':
      return exampleControls(answer.examples, catalog, say.language);
  }
}

/** A breakdown as menus: what filters already and what leaves all records is no choice. */
function dividing({ breakdown, ids, query }: CountAnswer | OverviewAnswer, catalog: Catalog, say: Say): FacetCounts[] {
  const records = ids.flatMap((id) => catalog.records.get(id) ?? []);
  return breakdown
    .filter(({ facet }) => facet !== query.subject?.kind && !query.clauses.some((clause) => clause.facet === facet))
    .map(({ facet }) => countChoices(records, facet, { catalog, say, filters: { count: countValues } }))
    .map((menu) => ({ ...menu, counts: menu.counts.filter(({ count }) => count < records.length) }))
    .filter(({ counts }) => counts.length >= 2);
}

function narrowMenus(menus: readonly FacetCounts[], query: Query, catalog: Catalog, say: Say): Control[] {
  return menus.map(({ facet, label, counts }) => ({
    kind: 'narrow',
    facet,
    label: say('control.narrow', { facet: label }),
    code: encodeClick({ kind: 'narrow', query, facet }, catalog),
    options: counts.map(({ value, label: name, count }) => ({
      label: say('control.option', { label: name, count }),
      count,
      value: encodeValue(facet, value),
    })),
  }));
}

function detailControls(cards: readonly Card[], query: Query, catalog: Catalog, say: Say): Control[] {
  return cards.map(({ id, title }) => ({
    kind: 'details',
    id,
    label: say('control.details'),
    spoken: say('control.detailsOf', { title }),
    code: encodeClick({ kind: 'open', query: openRecord(query, id) }, catalog),
  }));
}

function openControl(kind: 'list' | 'option', label: string, query: Query, catalog: Catalog): Control {
  return { kind, label, code: encodeClick({ kind: 'open', query }, catalog) };
}

function languageControls(query: Query, catalog: Catalog): Control[] {
  if (query.action === 'foreign-language') return [];
  return LANGUAGE_TAGS.filter((language) => language !== query.language).map((language) => ({
    kind: 'language',
    language,
    label: LANGUAGES[language].name,
    code: encodeClick({ kind: 'language', query, language }, catalog),
  }));
}
