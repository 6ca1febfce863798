import { z } from 'zod';

const question = z.object({
  channel: z.string(),
  user: z.string(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  /** Bots, edits, joins and all the rest have one that is not among these. */
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  bot_id: z.undefined().optional(),
  edited: z.undefined().optional(),
});
const directQuestion = question.extend({ channel_type: z.literal('im') });

/** A question that a person wrote into a conversation. */
export type QuestionEvent = z.infer<typeof question>;

/** @returns undefined for what is no question of a person. */
export function readMention(event: unknown): QuestionEvent | undefined {
  return question.safeParse(event).data;
}

/** As {@link readMention}, and only in a direct conversation. */
export function readDirectMessage(event: unknown): QuestionEvent | undefined {
  return directQuestion.safeParse(event).data;
}
