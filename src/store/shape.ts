/** What a payload looks like without what it says: names, types and lengths, for an event that was set aside. */
export function shapeOf(value: unknown, depth = 4): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `string(${value.length})`;
  if (typeof value !== 'object') return typeof value;
  if (depth === 0) return '...';
  if (Array.isArray(value)) return `[${value.length > 0 ? shapeOf(value[0], depth - 1) : ''}](${value.length})`;
  const fields = Object.entries(value).slice(0, 20).map(([name, each]) => `${nameable(name) ? name : '?'}:${shapeOf(each, depth - 1)}`);
  return `{${fields.join(',')}}`;
}

/** Keys of maps may be somebody's words; names of fields are short and plain. */
function nameable(name: string): boolean {
  return /^[a-z][a-zA-Z]{0,19}$/.test(name);
}
