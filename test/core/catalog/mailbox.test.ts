import { expect, it } from 'vitest';
import { namesPerson } from '../../../src/core/catalog/mailbox.js';

for (const local of [
  'info',
  'antidiskriminierung',
  'kontakt-stelle',
  'anti-diskriminierung',
  'ads',
  'wir-programm',
  'integration.frauen',
  'einbuergerung.darmstadt',
  'auslaenderbehoerde-kassel',
  'welcomecenter.info',
  'service_2',
  'no-reply',
  'poststelle.hmais',
  'fachstelle.nord',
  'amt50',
  'landes-kofinanzierung.mitte',
]) {
  it(`takes ${local}@ for the mailbox of an office`, () => {
    expect(namesPerson(`${local}@hessen.example`)).toBe(false);
  });
}

for (const local of [
  'erika.mustermann',
  'e.mustermann',
  'erika_mustermann',
  'erika-mustermann',
  'Erika.Mustermann',
  'erika.mustermann2',
  'e.m.mustermann',
  'erika.muster-mann',
  'erika.von.und.mustermann',
  'mustermann.e',
  'max.jung',
  'a.hartung',
]) {
  it(`takes ${local}@ for the mailbox of a person`, () => {
    expect(namesPerson(`${local}@hessen.example`)).toBe(true);
  });
}
