/** Colours of the pictures. Text keeps 7:1 and marks 3:1 against the ground; no mark differs by colour alone. */

/** What athletes choose between. */
export type ThemeName = 'dark' | 'light';

/** The colours of one choice, as "#rrggbb". */
export interface Theme {
  readonly ground: string;
  readonly text: string;
  /** Second-rank text, and marks for what was not done. */
  readonly muted: string;
  /** Lines of the grid. */
  readonly line: string;
  readonly green: string;
  readonly amber: string;
  readonly red: string;
  readonly blue: string;
  /** The ground of a band that is drawn behind marks. */
  readonly band: string;
}

/** Both choices; dark is Discord's own default. */
export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  dark: {
    ground: '#1b1c20',
    text: '#f4f5f7',
    muted: '#b9bec7',
    line: '#3b3e46',
    green: '#5ad08e',
    amber: '#ffc247',
    red: '#ff7d78',
    blue: '#8db4ff',
    band: '#23443a',
  },
  light: {
    ground: '#ffffff',
    text: '#17181c',
    muted: '#50545d',
    line: '#dfe2e7',
    green: '#16794a',
    amber: '#b06000',
    red: '#c4262e',
    blue: '#2457c5',
    band: '#d9f0e3',
  },
};
