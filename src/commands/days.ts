import { z } from 'zod';

/** A calendar day as `2026-01-31`. */
export const isoDay = z.iso.date({ error: 'must be a day that exists, written like 2026-01-31' });

const berlin = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in Hesse at a moment, as `2026-01-31`. */
export function dayInHesse(moment: Date): string {
  const parts = new Map(berlin.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
