import { describe, expect, it } from 'vitest';
import {
  type Answer,
  createPlanlotse,
  createTable,
  parseCatalog,
  renderCopy,
  renderWhy,
} from '../../../src/core/index.js';
import { fewFiles, PROBE, PROBE_PATH } from '../../data-files.js';
import { realPlanlotse, TODAY } from '../real-planlotse.js';

const { catalog, planlotse } = realPlanlotse();
const ask = (text: string): Answer => planlotse.answer({ text, today: TODAY });

describe('the text to copy', () => {
  it('has the whole list with as-of, provenance and every source, and what it rests on', () => {
    const answer = ask('Maßnahmen für Frauen');
    const text = renderCopy(answer, catalog);
    expect(answer.ids.length).toBeGreaterThan(5);
    for (const id of answer.ids) {
      for (const { url } of catalog.records.get(id)?.sources ?? []) expect(text).toContain(url);
    }
    expect(text.match(/Herkunft: /g)).toHaveLength(answer.ids.length + answer.apart.length);
    expect(text).toContain(catalog.version.hash);
    expect(text).toContain('keine amtliche Stellungnahme');
    expect(text).not.toContain('Weitere mit');
  });
});

describe('the reasons', () => {
  it('are given for the records that are shown', () => {
    const answer = ask('Maßnahmen gegen Diskriminierung für Frauen');
    expect(renderWhy(answer, catalog)).toContain('für Frauen');
    expect(renderWhy(ask('measures against discrimination'), catalog)).toContain('How this answer came about');
    const list = ask('Maßnahmen gegen Diskriminierung');
    expect(renderWhy(list, catalog).split('\n')).toHaveLength(6);
  });

  it('say so where nothing was searched', () => {
    expect(renderWhy(ask('Danke'), catalog)).toBe('Für diese Antwort wurde nicht gesucht.');
  });
});

describe('the table', () => {
  it('has a byte order mark, semicolons, CRLF, and a row for every record', () => {
    const answer = ask('Maßnahmen für Frauen');
    const { filename, csv } = createTable(answer, catalog);
    expect(filename).toBe(`planlotse-${catalog.version.hash}.csv`);
    expect(csv.startsWith('\uFEFFTitel;Art;Stand;')).toBe(true);
    const rows = csv.split('\r\n');
    expect(rows).toHaveLength(answer.ids.length + 2);
    expect(rows.at(-1)).toBe('');
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(createTable(answer, catalog, 'en').csv).toContain('Title;Type;Status;');
  });

  it('quotes what needs quotes, and lets no cell be a formula', () => {
    const files = new Map(fewFiles);
    files.set(
      PROBE_PATH,
      PROBE.replace('de: Probe für Prüfungen', `de: '=HYPERLINK("https://x";"y")'`)
        .replace('en: Probe for checks', "en: '@SUM(1)'")
        .replace('de: bis zu 250.000 Euro', `de: '+49 "rund"; viel'`)
        .replace('    period: 2021 bis 2022\n', '')
        .replace('  - period: 2021 bis 2022\n    amountEur', '  - amountEur'),
    );
    const probe = parseCatalog(files);
    const answer = createPlanlotse(probe).answer({
      query: { action: 'record', language: 'de', text: '', clauses: [], records: ['probe'], page: 1 },
      today: TODAY,
    });
    const { csv } = createTable(answer, probe);
    expect(csv).toContain(`"'=HYPERLINK(""https://x"";""y"")";`);
    expect(csv).toContain(`"'+49 ""rund""; viel";`);
    expect(createTable(answer, probe, 'en').csv).toContain(`\n'@SUM(1);`);
  });
});
