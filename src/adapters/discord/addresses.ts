/**
 * What is reached by an interaction's token, in the signs in which Discord writes it. `Routes` would turn `@original` into `%40original`:
 * the same to Discord, and not to every proxy or test server that compares addresses as they are.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints
 */

export interface Reached { readonly app: string; readonly token: string }

export function callbackOf(id: string, token: string): `/${string}` {
  return `/interactions/${id}/${written(token)}/callback`;
}

export function followupsOf({ app, token }: Reached): `/${string}` {
  return `/webhooks/${app}/${written(token)}`;
}

export function replyOf(to: Reached, message = '@original'): `/${string}` {
  return `${followupsOf(to)}/messages/${message}`;
}

/** What may stand in a path as it is (RFC 3986, section 3.3) stays. */
function written(token: string): string {
  return encodeURIComponent(token).replaceAll(/%(?:3A|3D|40|2B|24|26|2C|3B)/gu, decodeURIComponent);
}
