/**
 * YAML's own error messages, said for somebody who writes sentences and not programs: which sign caused it and what to type instead.
 */
import type { YAMLError } from 'yaml';

export interface Explained { readonly message: string; readonly cure: string }

const quoteIt = 'Put the whole text in quotes: "like this".';

/** `line`: the author's line; `piece`: the part of it that the parser stumbled over. */
export function explainYaml(error: YAMLError, line: string, piece: string): Explained {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { message: 'There is a tab at the start of this line; YAML only understands spaces there.', cure: 'Replace the tab by two spaces.' };
    case 'DUPLICATE_KEY':
      return { message: `The key "${keyOf(line, piece)}" stands here a second time.`, cure: 'Keep one of the two.' };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return /:\s.*:(\s|$)/.test(line)
        ? { message: 'There is a second colon in this line, and YAML takes it for a new key.', cure: quoteIt }
        : { message: 'YAML looks for a key with a colon here and finds none.', cure: 'Write "key: text", or indent the line if it belongs to the text above.' };
    case 'MISSING_CHAR':
      if (/quote/.test(error.message)) return { message: 'A quotation mark is opened here and never closed.', cure: 'Add the missing quotation mark at the end of the text.' };
      return { message: 'Something is missing here: a colon after a key, or a closing bracket.', cure: 'Write "key: text", and close every [ with ] and every { with }.' };
    case 'UNEXPECTED_TOKEN':
      return unexpected(line, piece);
    case 'BAD_SCALAR_START':
      return { message: `A text may not begin with ${piece.trim().charAt(0) || 'this sign'} unless it is in quotes.`, cure: quoteIt };
    case 'TAG_RESOLVE_FAILED':
      return { message: 'A word that begins with ! means something of its own in YAML.', cure: quoteIt };
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
      return { message: 'A word that begins with * or & means something of its own in YAML, and that is not used here.', cure: 'Put the text in quotes: "*like this*".' };
    case 'BAD_INDENT':
      return /\]|\}/.test(error.message)
        ? { message: 'A bracket that is opened above is not closed before this line.', cure: 'Close every [ with ] and every { with }, and put a text that contains brackets or commas in quotes.' }
        : { message: 'This line is not indented like the lines it belongs to.', cure: 'Give it the same number of spaces as the line above or below it.' };
    case 'MULTIPLE_DOCS':
      return { message: 'A line "---" divides this file in two; a file holds one thing.', cure: 'Remove the line, or put the second part in a file of its own.' };
    case 'BAD_DQ_ESCAPE':
      return { message: 'A backslash inside double quotes begins a special sign that YAML does not know.', cure: 'Remove the backslash, or use single quotes around the text.' };
    case 'RESOURCE_EXHAUSTION':
      return { message: 'Lists inside lists inside lists: this is nested too deep to be meant.', cure: 'Remove the brackets or dashes that do not belong here.' };
    default:
      return { message: `This line cannot be read as YAML (${error.message}).`, cure: quoteIt };
  }
}

function unexpected(line: string, piece: string): Explained {
  if (piece.startsWith('-')) return { message: 'A list begins on the same line as its key.', cure: 'Begin the list on the next line, or write it as [one, two].' };
  if (/['"]/.test(line)) {
    return /'/.test(line)
      ? { message: 'A text in single quotes ends at the next single quote, also at the one in "can\'t".', cure: 'Use double quotes around the text: "I can\'t".' }
      : { message: 'There is more text after the closing quotation mark.', cure: 'Put the whole text inside one pair of quotes, and use single quotes inside it.' };
  }
  return { message: 'YAML does not expect this here.', cure: quoteIt };
}

function keyOf(line: string, piece: string): string {
  return (/^[-\s{]*["']?([^:"']+)/.exec(line)?.[1] ?? piece).trim();
}
