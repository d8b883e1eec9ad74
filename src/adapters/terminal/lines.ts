/**
 * Lines out of a stream of bytes. Only "\n" ends a line (with or without "\r" before it): Node's readline also ends one at
 * U+2028, U+2029 and a lone "\r", which people's texts may hold. Bytes that are not UTF-8 become U+FFFD; nothing is lost.
 */

/** Far above what any platform lets a person write; the rest of a longer line is dropped, the line is not. */
export const longestLine = 20_000;

export async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let open = '';
  const cut = (text: string): string => (text.length > longestLine ? text.slice(0, longestLine) : text);
  for await (const chunk of input) {
    const pieces = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n');
    const rest = pieces.pop() ?? '';
    for (const piece of pieces) {
      yield withoutReturn(cut(open + piece));
      open = '';
    }
    open = cut(open + rest);
  }
  const last = open + decoder.decode();
  if (last !== '') yield withoutReturn(cut(last));
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
