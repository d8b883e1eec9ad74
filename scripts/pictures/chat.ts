/**
 * A chat as it is drawn, whatever platform it comes from. A platform has one file that makes this of the bodies it was sent
 * (`telegram.ts`); what it needs beyond these blocks - a select, the field of a form - is a block more, and a case in `block.ts`.
 */
export type Look = 'plain' | 'bold' | 'italic' | 'code' | 'link';
export interface Span { readonly text: string; readonly look: Look }
export interface Button { readonly label: string; readonly look: 'plain' | 'main' | 'quiet' }

export type Block =
  | { readonly kind: 'words'; readonly spans: readonly Span[] }
  /** Width and height as it was made; drawn as wide as there is room. */
  | { readonly kind: 'picture'; readonly png: Uint8Array; readonly width: number; readonly height: number }
  | { readonly kind: 'file'; readonly name: string; readonly size: number }
  | { readonly kind: 'buttons'; readonly rows: readonly (readonly Button[])[] };

export interface Turn {
  readonly by: 'bot' | 'person';
  /** Inside the bubble, from the top. */
  readonly inside: readonly Block[];
  /** Below it. */
  readonly below: readonly Block[];
}

export interface Phone {
  readonly title: string;
  readonly status: string;
  /** Where nothing is left: what the app says then. */
  readonly empty: string;
  readonly turns: readonly Turn[];
}
