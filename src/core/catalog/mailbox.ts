/** The fault code of a mailbox that names a person. */
export const MAILBOX_NAMES_PERSON = 'mailboxNamesPerson';

// Words that show that a dotted or hyphenated mailbox belongs to an office, not to somebody.
const FUNCTIONS =
  /^(?:info|kontakt|contact|post|poststelle|mail|email|service|team|office|buero|presse|redaktion|beratung|beratungsstelle|hilfe|projekt|projekte|programm|foerderung|anmeldung|antrag|antraege|bewerbung|koordination|geschaeftsstelle|sekretariat|verwaltung|zentrale|zentrum|referat|abteilung|dezernat|landes.*|hessen|integration|.*integration|antidiskriminierung|anti|diskriminierung|demokratie|netzwerk|vielfalt|wir|hotline|support|no|reply|meldestelle|fachstelle|stabsstelle|beauftragte|beauftragter|ehrenamt|asyl|flucht|schule|sprache|kurse)$/;

// Offices and topics end so; names of this length seldom do ("auslaenderbehoerde", "einbuergerung").
const OFFICE_OR_TOPIC =
  /^.{3,}(?:amt|behoerde|stelle|buero|zentrum|beirat|rat|verein|hilfe|kurse?|schule|schutz|recht|projekte?|programm|foerderung|beratung|netzwerk)$|^.{5,}(?:ung|heit|keit|schaft|tion|ismus)$/;

/**
 * Whether the local part of a mailbox reads like a person's name: two to four plain words, or an
 * initial and a word, none of them the name of a function ("anna.muster", "a.muster2").
 */
export function namesPerson(mailbox: string): boolean {
  const local = mailbox.split('@')[0]?.toLowerCase() ?? '';
  const words = local.split(/[._+-]/);
  if (words.length < 2 || words.length > 4) return false;
  return words.every((word) => /^\p{L}+\d*$/u.test(word) && !FUNCTIONS.test(word) && !OFFICE_OR_TOPIC.test(word));
}
