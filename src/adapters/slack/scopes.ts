/** What the app is allowed, and what each is needed for. The manifest asks for the same. */
export const SCOPES = {
  'app_mentions:read': 'questions by mention',
  'chat:write': 'answers in channels and direct messages',
  commands: 'the slash command and the shortcuts',
  'im:history': 'questions in direct messages and what they follow up',
  'channels:history': 'follow-ups in threads of public channels',
  'groups:history': 'follow-ups in threads of private channels',
  'im:write': 'direct messages with tables, and where no answer may stand in the channel',
  'files:write': 'tables and long texts as files',
} as const;

/** Scopes that a token lacks, as far as Slack tells which it has. */
export function missingScopes(granted: readonly string[] | undefined): [scope: string, why: string][] {
  return granted === undefined ? [] : Object.entries(SCOPES).filter(([scope]) => !granted.includes(scope));
}
