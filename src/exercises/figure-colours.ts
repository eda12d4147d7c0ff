/** How the picture is coloured: the athlete's choice. */
export type Theme = 'dark' | 'light';

/** Colours of one theme; text, body, kit and movement stand out from the card by at least 4.5 to 1. */
export interface Colours {
  readonly page: string;
  readonly card: string;
  readonly edge: string;
  readonly text: string;
  readonly quiet: string;
  readonly near: string;
  readonly torso: string;
  readonly far: string;
  readonly kit: string;
  /** Fill of big kit, so that the body in front of it stays clear. */
  readonly kitFill: string;
  readonly move: string;
  readonly floor: string;
  /** The floor where it is seen from above. */
  readonly ground: string;
  readonly badge: string;
  readonly badgeText: string;
}

/** The two themes; their pages are those of the chat. */
export const COLOURS: Readonly<Record<Theme, Colours>> = {
  dark: {
    page: '#313338',
    card: '#2b2d31',
    edge: '#3f4248',
    text: '#f2f3f5',
    quiet: '#c4c9d1',
    near: '#e9ecf2',
    torso: '#c9d0de',
    far: '#9aa4b8',
    kit: '#f0a94b',
    kitFill: '#5a4a35',
    move: '#5cc9dd',
    floor: '#5b606b',
    ground: '#383b42',
    badge: '#e9ecf2',
    badgeText: '#2b2d31',
  },
  light: {
    page: '#ffffff',
    card: '#f4f5f8',
    edge: '#dfe2e8',
    text: '#1e2129',
    quiet: '#4a505c',
    near: '#2f3d5c',
    torso: '#3e4f78',
    far: '#5c6a92',
    kit: '#a8500a',
    kitFill: '#f3dcc2',
    move: '#0b6f85',
    floor: '#b4bac6',
    ground: '#e4e8ef',
    badge: '#2f3d5c',
    badgeText: '#ffffff',
  },
};
