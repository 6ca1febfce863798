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

/** The day so many days before another. */
export function daysBefore(day: string, days: number): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** The ISO week of a day, as `2026-W05`: it belongs to the year that has its Thursday. */
export function weekOf(day: string): string {
  const thursday = new Date(day);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const week = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}
