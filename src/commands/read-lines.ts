/** A line of a stream without its end; `tooLong` where it was longer than allowed and has been cut. */
export interface InputLine {
  readonly text: string;
  readonly tooLong: boolean;
}

/**
 * Lines of a stream as they come, ended by LF or CRLF; the last one may lack its end. Holds no more than
 * one piece of the stream and one line of `maxLength` characters, and reads on only when asked.
 */
export async function* readLines(
  stream: AsyncIterable<string | Uint8Array>,
  maxLength: number,
): AsyncGenerator<InputLine, void> {
  // Takes a byte order mark off the start, and joins characters that two pieces share.
  const decoder = new TextDecoder();
  let line = '';
  let tooLong = false;
  let isOpen = false;
  const add = (text: string): void => {
    tooLong ||= line.length + text.length > maxLength + 1;
    line = (line + text).slice(0, maxLength + 1);
  };
  const take = (): InputLine => {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    const taken = { text: text.slice(0, maxLength), tooLong: tooLong || text.length > maxLength };
    line = '';
    tooLong = false;
    return taken;
  };
  const split = function* (piece: string): Generator<InputLine, void> {
    const [first = '', ...others] = piece.split('\n');
    add(first);
    for (const next of others) {
      yield take();
      add(next);
    }
    isOpen = others.length === 0 ? isOpen || piece !== '' : (others.at(-1) ?? '') !== '';
  };
  for await (const piece of stream) {
    yield* split(typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true }));
  }
  yield* split(decoder.decode());
  if (isOpen) yield take();
}
