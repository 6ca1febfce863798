import { describe, expect, it } from 'vitest';
import { plainGenderForms } from '../../../src/core/language/gender-forms.js';
import { tokenise } from '../../../src/core/language/tokenise.js';

const stems = (text: string): string[] => tokenise(text, 'de').map(({ stem }) => stem);

describe('a word for people', () => {
  for (const [masculine, feminine] of [
    ['Lehrer', 'Lehrer'],
    ['Schüler', 'Schüler'],
    ['Migranten', 'Migrant'],
    ['Experten', 'Expert'],
    ['Kunden', 'Kund'],
    ['Ärzte', 'Ärzt'],
    ['Kollegen', 'Kolleg'],
    ['Beamte', 'Beamt'],
    ['Pädagogen', 'Pädagog'],
    ['Berater', 'Berater'],
    ['Studenten', 'Student'],
    ['Therapeuten', 'Therapeut'],
  ] as const) {
    it(`has one stem in every form: ${masculine}`, () => {
      const forms = [':innen', '*innen', '_innen', '/innen', '/-innen', '·innen', '(innen)', 'Innen', 'innen', 'in'];

      for (const ending of forms) expect(stems(feminine + ending)).toEqual(stems(masculine));
    });
  }

  it('is read within a longer word', () => {
    for (const text of ['Migrant:innenorganisationen', 'Migrant*innenorganisationen']) {
      expect(stems(text)).toEqual(stems('Migrantinnenorganisationen'));
    }
  });

  it('is read in the singular with a mark', () => {
    for (const text of ['Lehrer:in', 'Lehrer*in', 'Lehrer/in', 'Lehrer(in)', 'LehrerIn']) {
      expect(stems(text)).toEqual(stems('Lehrer'));
    }
  });
});

describe('another word', () => {
  for (const word of [
    'Medizin',
    'Termin',
    'Berlin',
    'Disziplin',
    'Magazin',
    'Latein',
    'weiterhin',
    'darin',
    'Verein',
    'beginnen',
    'gewinnen',
    'besinnen',
    'spinnen',
    'innen',
    'drinnen',
  ]) {
    it(`keeps its "in": ${word}`, () => {
      const [stem = ''] = stems(word);

      expect(stem).toContain('in');
    });
  }

  it('keeps colons, slashes and capitals that mark no gender', () => {
    for (const text of ['Frage: in Kassel', 'Hessen/Indien', 'Ort: innen', 'außen, innen', 'In Hessen', 'KIV']) {
      expect(plainGenderForms(text)).toBe(text);
    }
  });
});
