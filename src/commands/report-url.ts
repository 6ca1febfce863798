import { z } from 'zod';

/** As long as a button of Discord takes it. */
const LONGEST = 512;

/**
 * The address where readers report a gap, as a web page or a mailbox. It is shown to everybody and sent along with
 * nothing, so it may hold no password, and as a mailbox must name one.
 */
export const reportUrl = z.string().transform((text, { addIssue }) => {
  const fault = (message: string) => {
    addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (!/^(?:https?:\/\/|mailto:)/i.test(text) || !URL.canParse(text)) {
    return fault('must be an address that begins with https://, http:// or mailto:');
  }
  const url = new URL(text);
  const isMailbox = url.protocol === 'mailto:';
  if (isMailbox && !/^[^@\s,]+@[^@\s,.]+(?:\.[^@\s,.]+)+$/.test(url.pathname)) {
    return fault('must name one mailbox after mailto:, such as mailto:info@example.org');
  }
  if (url.username !== '' || url.password !== '') return fault('must not hold a user name or a password');
  return url.href.length > LONGEST ? fault(`must have at most ${LONGEST} characters`) : url.href;
});
