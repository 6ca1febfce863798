// What the phrases of each key mean, as hover help for those who write them.

export const INTENT_MEANINGS = {
  count: 'Fragt nach einer Anzahl.',
  overview: 'Will einen Überblick über Plan, Handlungsfeld, Zielgruppe oder Organisation.',
  contents: 'Fragt, was im Plan steht.',
  'plan-fields': 'Fragt nach den Handlungsfeldern des Plans.',
  new: 'Fragt, was neu ist.',
  ending: 'Fragt, was demnächst endet.',
  late: 'Fragt, was über sein angekündigtes Ende hinaus geplant oder laufend ist.',
  'what-is': 'Fragt, was etwas ist.',
  entries: 'Verlangt Einträge jeder Art.',
  'contact-wanted': 'Sucht jemanden, der hilft.',
  more: 'Will die nächste Seite.',
  'previous-page': 'Will die vorige Seite.',
  refine: 'Grenzt die vorige Frage ein; zählt nur am Anfang der Frage.',
  pronoun: 'Verweist auf die vorige Antwort.',
  standalone: 'Sagt, dass eine neue Frage nichts mit der vorigen zu tun hat.',
  help: 'Fragt, wie der Bot zu benutzen ist.',
  about: 'Fragt, wer oder was der Bot ist.',
  privacy: 'Fragt, was mit den Eingaben geschieht.',
  greeting: 'Grüßt.',
  thanks: 'Dankt.',
} as const;

export const PROPERTY_MEANINGS = {
  adopted: 'Fragt, wann der Plan beschlossen wurde.',
  adoptedBy: 'Fragt, wer den Plan beschlossen hat.',
  start: 'Fragt nach dem Beginn.',
  end: 'Fragt nach dem Ende.',
  duration: 'Fragt nach der Laufzeit.',
  lead: 'Fragt, wer zuständig ist.',
  partners: 'Fragt, wer beteiligt ist.',
  funding: 'Fragt nach Geld.',
  place: 'Fragt, wo es etwas gibt.',
  contact: 'Fragt nach dem Kontakt.',
  audience: 'Fragt, für wen etwas ist.',
  status: 'Fragt nach dem Stand.',
  source: 'Fragt nach der Quelle.',
  field: 'Fragt nach dem Handlungsfeld.',
  type: 'Fragt nach der Art der Maßnahme.',
  provenance: 'Fragt, ob ein Eintrag zum Plan gehört.',
  predecessor: 'Fragt nach dem Vorgänger des Plans.',
  aims: 'Fragt nach Zielen.',
  legalBasis: 'Fragt nach der Rechtsgrundlage.',
  mandate: 'Fragt nach dem Auftrag für den Plan.',
  preparation: 'Fragt, wie der Plan entstanden ist.',
  presented: 'Fragt, wann oder wo der Plan vorgestellt wurde.',
  number: 'Fragt nach einer Zahl, die in einem Eintrag steht.',
} as const;

export const CONNECTOR_MEANINGS = {
  and: 'Verbindet: beides soll gelten, bei zwei Werten derselben Art eines von beiden.',
  or: 'Verbindet: eines soll gelten.',
  without: 'Schließt aus, was folgt.',
  only: 'Schränkt auf das ein, was folgt.',
  for: 'Danach folgt eine Zielgruppe, nach der gefiltert wird.',
  by: 'Danach folgt die zuständige Organisation.',
  involved: 'Die genannte Organisation kann auch nur beteiligt sein.',
  since: 'Beginn zu dieser Zeit oder später.',
  after: 'Nach dieser Zeit.',
  before: 'Vor dieser Zeit.',
  until: 'Bis zu dieser Zeit.',
  between: 'Zwischen zwei Zeiten.',
  'in-year': 'In diesem Jahr.',
  edge: 'Wort, das zwischen „bis“ oder „seit“ und der Jahreszahl stehen kann.',
  starts: 'Tätigkeitswort, mit dem ein Zeitraum den Beginn meint.',
  ends: 'Tätigkeitswort, mit dem ein Zeitraum das Ende meint.',
  runs: 'Tätigkeitswort, mit dem „seit …“ den Beginn genau dann meint („läuft seit“).',
  field: 'Danach folgt ein Handlungsfeld, nach dem gefiltert wird.',
  also: 'Erweitert die vorige Frage, statt sie zu ersetzen.',
  'or-later': 'Nach einer Zeit: „2023 oder später“.',
  'or-earlier': 'Nach einer Zeit: „2023 oder früher“.',
  excluded: 'Schließt aus, was davor steht („Kassel ausgenommen“).',
  asks: 'Fragewörter.',
  which: 'Fragewörter, nach denen steht, was gesucht wird („welcher Bus“).',
  preposition: 'Verhältniswörter, die für sich nichts sagen.',
  from: 'Verhältniswörter vor einem Herkunftsland.',
} as const;

export const KIND_MEANINGS = {
  measure: 'Verlangt Maßnahmen.',
  institution: 'Verlangt Institutionen.',
  fact: 'Verlangt Hintergrund-Einträge.',
  event: 'Verlangt Ereignisse.',
} as const;

export const TYPE_MEANINGS = {
  programme: 'Verlangt Förderprogramme.',
  counselling: 'Verlangt Beratungsangebote.',
  project: 'Verlangt Projekte.',
  law: 'Verlangt Gesetze.',
  campaign: 'Verlangt Kampagnen und Preise.',
  structure: 'Verlangt Strukturmaßnahmen.',
  training: 'Verlangt Qualifizierungen.',
  treaty: 'Verlangt Verträge.',
} as const;

export const STATUS_MEANINGS = {
  unknown: 'Verlangt Einträge mit unbekanntem Stand.',
  planned: 'Verlangt geplante Einträge.',
  running: 'Verlangt laufende Einträge.',
  completed: 'Verlangt abgeschlossene Einträge.',
  paused: 'Verlangt ruhende Einträge.',
  abandoned: 'Verlangt aufgegebene Einträge.',
} as const;

export const PROVENANCE_MEANINGS = {
  'plan-2.0': 'Verlangt Einträge mit belegtem Bezug zum Plan 2.0.',
  'plan-2017': 'Verlangt Einträge, die mit dem ersten Plan genannt sind.',
  'state-policy': 'Verlangt Einträge der Landespolitik ohne belegten Bezug zum Plan.',
} as const;

export const FACET_MEANINGS = {
  field: 'Zählung nach Handlungsfeld.',
  group: 'Zählung nach Zielgruppe.',
  organisation: 'Zählung nach zuständiger Organisation.',
  type: 'Zählung nach Art der Maßnahme.',
  status: 'Zählung nach Stand.',
  region: 'Zählung nach Ort.',
  provenance: 'Zählung nach Herkunft.',
  kind: 'Zählung nach Art des Eintrags.',
} as const;
