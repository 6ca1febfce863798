import { describe, expect, it } from 'vitest';
import type { Answer, PlanRecord, Query } from '../../src/core/index.js';
import { narrow, renderText, turnPage } from '../../src/core/index.js';
import { realPlanlotse, TODAY } from './real-planlotse.js';

const { catalog, planlotse } = realPlanlotse();

const ask = (text: string, ...previous: readonly string[]): Answer => {
  const queries: Query[] = [];
  for (const earlier of previous) {
    queries.push(planlotse.answer({ text: earlier, previous: queries, today: TODAY }).query);
  }
  return planlotse.answer({ text, previous: queries, today: TODAY });
};
const sorted = (ids: readonly string[]): string[] => [...ids].sort();
const idsWhere = (holds: (record: PlanRecord) => boolean): string[] =>
  sorted([...catalog.records.values()].filter(holds).map(({ id }) => id));

describe('a topic', () => {
  it('lists the measures against discrimination and puts the office apart', () => {
    for (const question of [
      'Welche Maßnahmen gibt es gegen Diskriminierung?',
      'Which measures address discrimination?',
    ]) {
      const answer = ask(question);
      expect(answer.kind).toBe('measures');
      expect(answer.ids).toEqual(expect.arrayContaining(['adibe-netzwerk', 'adinet', 'antidiskriminierungsstrategie']));
      expect(answer.apart).toContain('antidiskriminierungsstelle');
      expect(answer.ids).not.toContain('antidiskriminierungsstelle');
    }
  });

  it('gives every record a reason, a source and its provenance in words', () => {
    const answer = ask('Maßnahmen gegen Diskriminierung');
    if (answer.kind !== 'measures') throw new Error(answer.kind);
    for (const card of answer.cards) {
      expect(card.evidence.sources[0]?.url).toMatch(/^https?:/);
      expect(card.evidence.provenanceText).toMatch(/plan/i);
      expect(answer.reasons.find(({ id }) => id === card.id)?.text).not.toBe('');
    }
  });

  it('finds the same with ae, a or ä, and in any case', () => {
    const wanted = ask('Förderung für Väter').ids;
    expect(ask('Foerderung fuer Vaeter').ids).toEqual(wanted);
    expect(ask('förderung für väter').ids).toEqual(wanted);
  });

  it('puts the anti-discrimination office first for "Wer hilft bei Rassismus?"', () => {
    expect(ask('Wer hilft bei Rassismus?').ids[0]).toBe('antidiskriminierungsstelle');
  });

  it('ranks by a part of a target group instead of listing all for the group', () => {
    for (const question of ['Angebote für Väter', 'offers for fathers']) {
      const answer = ask(question);
      expect(answer.query.clauses).toEqual([]);
      expect(answer.ids[0]).toBe('vaeterarbeit');
    }
  });

  it('lets words that only tell a story rank nothing beside a filter', () => {
    const told = ask('Maßnahmen für Eltern, die noch nicht lange hier leben');
    expect(told.ids).toEqual(ask('Maßnahmen für Eltern').ids);
  });

  it('takes "wer fördert" beside a topic for a request for records', () => {
    const answer = ask('Wer fördert ein Vereinsvorhaben gegen Rechtsextremismus?');
    expect(answer.kind).toBe('measures');
  });

  it('asserts nothing that says nothing of what "which" asks for', () => {
    const answer = ask('Which bus goes to the refugee arrival centre in Gießen?');
    expect(answer.ids).toEqual([]);
    const focused = ask('Welches Wappentier hat das Ankunftszentrum der Geflüchteten?');
    expect(focused.query.focus).toBe('Wappentier');
    expect(focused.ids).toEqual([]);
    expect(ask('Welche Kurse gibt es zum Lesen und Schreiben?').ids[0]).toBe('alphabetisierung-grundbildung');
  });

  it('names the words that no shown record has', () => {
    const answer = ask('Sprachcafé zum Deutsch lernen mit Kinderbetreuung und Blockchain');
    expect(answer.notices.join(' ')).toContain('Blockchain');
  });
});

describe('filters', () => {
  it('joins a ministry with its predecessor', () => {
    const answer = ask('Maßnahmen des Integrationsministeriums');
    expect(sorted(answer.ids)).toEqual(
      idsWhere(({ kind, lead }) => kind === 'measure' && (lead === 'hmsi' || lead === 'hmais')),
    );
  });

  it('combines type, status, group and period', () => {
    const answer = ask('laufende Förderprogramme des Integrationsministeriums für Kommunen seit 2020');
    const wanted = idsWhere(
      (record) =>
        record.kind === 'measure' &&
        record.type === 'programme' &&
        record.status === 'running' &&
        (record.lead === 'hmsi' || record.lead === 'hmais') &&
        record.targetGroups.includes('kommunen') &&
        (record.period?.start ?? '') >= '2020',
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(sorted(answer.ids)).toEqual(wanted);
  });

  it('reads "oder" within a facet as either', () => {
    expect(sorted(ask('Was gibt es in Kassel oder Gießen?').ids)).toEqual(
      idsWhere(({ regions }) => regions.includes('kassel') || regions.includes('giessen')),
    );
  });

  it('excludes after "ohne" and "außer"', () => {
    const wanted = idsWhere(
      (record) => record.kind === 'measure' && record.type !== 'programme' && record.targetGroups.includes('kommunen'),
    );
    expect(sorted(ask('Maßnahmen für Kommunen ohne Förderprogramme').ids)).toEqual(wanted);
    expect(sorted(ask('Maßnahmen für Kommunen außer Förderprogrammen').ids)).toEqual(wanted);
  });

  it('takes "ohne Krankenversicherung" as a topic, not as a filter', () => {
    expect(ask('Arzt ohne Krankenversicherung').ids[0]).toBe('clearingstellen-krankenversicherung');
  });

  it('says which filter it dropped when nothing passes them all', () => {
    const answer = ask('Geplante Kampagnen in Marburg');
    expect(answer.notices.join(' ')).toMatch(/gibt es keinen Treffer/);
  });

  it('says beside a place how many more hold for the whole Land', () => {
    expect(ask('Was gibt es in Kassel?').notices.join(' ')).toMatch(/für ganz Hessen/);
  });
});

describe('counts', () => {
  it('counts and breaks down', () => {
    const answer = ask('Wie viele Beratungsangebote gibt es?');
    expect(answer.kind).toBe('count');
    expect(answer.total).toBe(idsWhere((record) => record.kind === 'measure' && record.type === 'counselling').length);
    expect(answer.kind === 'count' && answer.breakdown.map(({ facet }) => facet)).toContain('status');
  });

  it('counts zero rather than dropping a filter', () => {
    expect(ask('Wie viele Gesetze gibt es in Kassel?')).toMatchObject({ kind: 'count', total: 0 });
  });

  it.each([
    'Wie viele Menschen haben an InteA teilgenommen?',
    'Wie viele Einwohner hat Hessen?',
    'How many migrants live in Frankfurt?',
    'wieviele seiten hat der integrationsplan 2.0',
  ])('does not count its records when it is asked for something else: %s', (question) => {
    expect(ask(question).ids).toEqual([]);
  });
});

describe('a record by name', () => {
  it.each([
    ['InteA', 'intea'],
    ['Was ist ADiBe?', 'adibe-netzwerk'],
    ['HessenGegenHetze', 'beratungsstelle-hass-im-netz'],
    ['hessen gegen hetze', 'beratungsstelle-hass-im-netz'],
    ['What is QuABB?', 'quabb'],
    ['KIV', 'kommunale-vielfaltsstrategien'],
  ])('opens %s', (question, id) => {
    expect(ask(question)).toMatchObject({ kind: 'record', ids: [id] });
  });

  it('takes no word for a name that only shares a stem or a part with it', () => {
    expect(ask('What does the state mean by integration?').query.subject).toBeUndefined();
    expect(ask('Jugendberufshilfe').kind).toBe('measures');
  });

  it.each([
    ['WIR programme', 'landesprogramm-wir'],
    ['asylum procedure counselling', 'asylverfahrensberatung'],
    ['Integration contracts between the state and civil society', 'integrationsvertraege'],
  ])('finds it where its name holds a word for a kind of record: %s', (question, id) => {
    expect(ask(question)).toMatchObject({ kind: 'record', ids: [id] });
  });

  it('asks back where a name belongs to two records', () => {
    const answer = ask('Islamunterricht');
    expect(answer.kind).toBe('clarify');
    expect(answer.offered).toHaveLength(2);
    expect(answer.ids).toEqual([]);
  });
});

describe('a value', () => {
  it('says when the plan was adopted, with the note on the year', () => {
    const answer = ask('Wann wurde der Plan beschlossen?');
    expect(answer.kind).toBe('value');
    expect(renderText(answer, catalog)).toContain('24. April 2023');
    expect(answer.notices.join(' ')).toContain('Pressemitteilung');
  });

  it('does not take the end of a law for its beginning', () => {
    expect(ask('Wann tritt das IntTG außer Kraft?').sentences[0]).toContain('31. Dezember 2030');
  });

  it('names the lead as its source does and adds what became of it', () => {
    const text = renderText(ask('Wer ist zuständig für InteA?'), catalog);
    expect(text).toContain('Hessisches Kultusministerium (seit Januar 2024');
  });

  it('says that the sources do not give a value, and asserts no record', () => {
    const answer = ask('Wie viel Geld gibt es für InteA?');
    expect(answer).toMatchObject({ kind: 'value', known: false, ids: [] });
    expect(answer.offered[0]).toBe('intea');
    expect(answer.sentences[0]).toContain('geht aus den Quellen nicht hervor');
  });

  it('does not give for Hesse what is asked of another state', () => {
    const answer = ask('Was bekommen Integrationslotsen in Bayern pro Stunde?');
    expect(answer.ids).toEqual([]);
    expect(answer.offered).toContain('wir-integrationslotsen');
  });

  it('does not give the money of another year', () => {
    expect(ask('Fördervolumen des Landesprogramms WIR im Jahr 2031').ids).toEqual([]);
  });

  it('quotes the sentence in which a text counts what is asked for', () => {
    const answer = ask('Wie viele Seiten hat der erste Integrationsplan?');
    expect(renderText(answer, catalog)).toContain('76 Seiten');
  });
});

describe('the plan', () => {
  it('says first that the list of measures of the plan was not available', () => {
    for (const question of ['Welche Maßnahmen enthält der Plan 2.0?', 'Wie viele Maßnahmen stehen im Plan 2.0?']) {
      const answer = ask(question);
      expect(answer.sentences[0]).toMatch(/lag nicht vor/);
      expect(answer.total).toBe(idsWhere(({ kind }) => kind === 'measure').length);
    }
  });

  it('names one proven action field and calls the others editorial', () => {
    const answer = ask('Welche Handlungsfelder hat der Plan?');
    expect(answer.kind).toBe('overview');
    expect(answer.sentences[0]).toContain('Rassismus und Diskriminierung');
    expect(answer.sentences[0]).toContain('redaktionelle');
  });
});

describe('overviews, new and ending', () => {
  it('tells what became of an organisation', () => {
    const text = renderText(ask('Was macht das Integrationsministerium?'), catalog);
    expect(text).toContain('Hessisches Ministerium für Soziales und Integration');
  });

  it('lists what ends within thirteen months of the day given', () => {
    const answer = planlotse.answer({ text: 'Was läuft bald aus?', today: '2026-01-15' });
    for (const id of answer.ids) {
      const end = catalog.records.get(id)?.period?.end ?? '';
      expect(end >= '2026' && end.slice(0, 7) <= '2027-02').toBe(true);
    }
    expect(answer.ids.length).toBeGreaterThan(0);
    expect(planlotse.answer({ text: 'Was läuft bald aus?', today: '2040-01-01' }).ids).toEqual([]);
  });
});

describe('nothing found', () => {
  it.each([
    'Wie wird das Wetter?',
    'best pizza in Wiesbaden',
    'Was gibt es in Rüsselsheim?',
    'Wer gewann die Bundestagswahl 2021?',
  ])('asserts nothing for "%s"', (question) => {
    const answer = ask(question);
    expect(answer.kind).toBe('nothing-found');
    expect(answer.ids).toEqual([]);
  });

  it('tells the words understood from those that are not', () => {
    const answer = ask('Raketenantrieb für Segelflugzeuge und Sprachkurse');
    expect(answer.kind === 'nothing-found' && answer.notUnderstood).toEqual(['Raketenantrieb', 'Segelflugzeuge']);
  });

  it('asks for a question when there is none', () => {
    expect(ask('   ').sentences[0]).toContain('Bitte stellen Sie eine Frage');
  });
});

describe('languages', () => {
  it('answers in the language of the question', () => {
    expect(ask('measures in Hanau').language).toBe('en');
    expect(ask('Maßnahmen in Hanau').language).toBe('de');
  });

  it.each(['Où puis-je apprendre la langue pour mes enfants ?', 'Де я можу вивчати мову?', 'أين يمكنني تعلم اللغة؟'])(
    'says in German and English which languages it knows: %s',
    (question) => {
      const answer = ask(question);
      expect(answer.kind).toBe('foreign-language');
      expect(answer.sentences.join(' ')).toMatch(/Deutsch und Englisch.*German and English/s);
    },
  );
});

describe('follow-ups', () => {
  const first = 'Maßnahmen gegen Diskriminierung';

  it('narrows, changes, asks and switches language as one conversation', () => {
    const all = ask(first);
    const running = ask('nur laufende', first);
    expect(running.ids.length).toBeLessThan(all.ids.length);
    expect(running.ids.every((id) => catalog.records.get(id)?.status === 'running')).toBe(true);
    expect(ask('wer ist zuständig?', first).kind).toBe('value');
    const english = ask('and in English?', first);
    expect(english.language).toBe('en');
    expect(english.ids).toEqual(all.ids);
  });

  it('turns the page, also after a record was opened in between', () => {
    expect(ask('mehr', first).query.page).toBe(2);
    expect(ask('mehr', first, 'InteA').query).toMatchObject({ page: 2, text: 'Diskriminierung' });
  });

  it('replaces a value of the same facet', () => {
    const answer = ask('und in Gießen?', 'Was gibt es in Kassel?');
    expect(sorted(answer.ids)).toEqual(idsWhere(({ regions }) => regions.includes('giessen')));
  });

  it('asks about the record before', () => {
    expect(ask('Seit wann?', 'Was ist ADiBe?')).toMatchObject({ kind: 'value', ids: ['adibe-netzwerk'] });
  });

  it('leaves a question that names something of its own alone', () => {
    expect(ask('Was ist InteA?', 'Was gibt es in Kassel?')).toMatchObject({ kind: 'record', ids: ['intea'] });
  });
});

describe('narrowing and paging', () => {
  it('offers menus whose counts are what a choice leaves', () => {
    const answer = ask('Förderprogramme');
    if (answer.kind !== 'measures') throw new Error(answer.kind);
    expect(answer.narrowing.length).toBeGreaterThan(2);
    for (const { facet, counts } of answer.narrowing) {
      const [first] = counts;
      // Filters on an organisation take in what it was and became, so they may leave more.
      if (first === undefined || facet === 'organisation') continue;
      const narrowed = planlotse.answer({ query: narrow(answer.query, facet, first.value), today: TODAY });
      expect(narrowed.total, facet).toBe(first.count);
    }
  });

  it('shows every record once over the pages', () => {
    const first = ask('Förderprogramme');
    if (first.kind !== 'measures') throw new Error(first.kind);
    const seen = Array.from({ length: first.pages }, (_, index) => {
      const page = planlotse.answer({ query: turnPage(first.query, index + 1), today: TODAY });
      return page.kind === 'measures' ? page.cards.map(({ id }) => id) : [];
    });
    expect(seen.flat()).toEqual(first.ids);
  });

  it('says when there are no more', () => {
    expect(ask('mehr', 'Was ist in Hanau los?', 'mehr', 'mehr').notices.join(' ')).toContain('Das waren alle');
  });
});

describe('bad input', () => {
  it('heeds the first 300 characters and says so', () => {
    const answer = ask(`Maßnahmen gegen Diskriminierung ${'und Rassismus '.repeat(5000)}`);
    expect(answer.notices.join(' ')).toContain('300');
  });
});
