/** Two sets of colours, each with a contrast of 4.5 to 1 or more for words (https://www.w3.org/TR/WCAG22/#contrast-minimum). */
export interface Colours {
  /** Behind the phone: the page that the picture stands on. */
  readonly around: string;
  readonly page: string; readonly bar: string; readonly title: string; readonly quiet: string; readonly edge: string;
  readonly bot: string; readonly botWords: string; readonly person: string; readonly personWords: string;
  readonly link: string; readonly button: string; readonly buttonWords: string; readonly mainButton: string; readonly mainWords: string; readonly avatar: string;
}

export const themes = {
  light: {
    around: '#ffffff',
    page: '#e8eef2', bar: '#ffffff', title: '#17212b', quiet: '#5b6b78', edge: '#c9d4dc', bot: '#ffffff', botWords: '#17212b', person: '#d7f0cf', personWords: '#16261a',
    link: '#0b62a8', button: '#c8d7e2', buttonWords: '#173a54', mainButton: '#1f6fae', mainWords: '#ffffff', avatar: '#2f7d6b',
  },
  dark: {
    around: '#0d1117',
    page: '#0f1923', bar: '#17232e', title: '#f2f6f9', quiet: '#9fb1bf', edge: '#2b3a47', bot: '#1c2a36', botWords: '#eef3f6', person: '#2a5878', personWords: '#f3f8fb',
    link: '#7cc3f5', button: '#2a3d4d', buttonWords: '#d6e8f5', mainButton: '#2b7fc0', mainWords: '#ffffff', avatar: '#3a8f7b',
  },
} as const satisfies Record<string, Colours>;

export type Theme = keyof typeof themes;
