/**
 * The colours of Steward: jade for what can be done, ink on warm paper for what is written, seal red for the mark of
 * the house. Every text colour reaches WCAG AA on every ground it is used on; palette.test.ts computes it.
 */
export interface Palette {
  /** The page, the frame's side, panels, and what floats above them. */
  readonly canvas: string
  readonly side: string
  readonly surface: string
  readonly raised: string
  /** Text: first, second and third rank. */
  readonly ink: string
  readonly soft: string
  readonly faint: string
  /** Hairlines, and the borders of things to type into (3:1 against the surface). */
  readonly line: string
  readonly edge: string
  /** Jade, under the pointer, and the text that lies on it. */
  readonly primary: string
  readonly primaryHover: string
  readonly onPrimary: string
  readonly onDanger: string
  readonly tones: Readonly<Record<Tone, { readonly text: string; readonly tint: string }>>
  readonly shadow: string
}

/** What a colour says. Colour is never the only carrier: a tag also has its word, a bar its number. */
export const TONES = ['neutral', 'primary', 'info', 'good', 'warn', 'bad', 'seal'] as const
export type Tone = (typeof TONES)[number]

export const LIGHT: Palette = {
  canvas: '#f7f6f2',
  side: '#efede6',
  surface: '#ffffff',
  raised: '#ffffff',
  ink: '#1d2825',
  soft: '#4c5a55',
  faint: '#5d6a65',
  line: '#e4e1d9',
  edge: '#87908b',
  primary: '#0e6a5a',
  primaryHover: '#0b5548',
  onPrimary: '#ffffff',
  onDanger: '#ffffff',
  tones: {
    neutral: { text: '#4c5a55', tint: '#edece6' },
    primary: { text: '#0e6a5a', tint: '#e1efea' },
    info: { text: '#28589c', tint: '#e6edf8' },
    good: { text: '#2b7038', tint: '#e5f1e4' },
    warn: { text: '#8a5600', tint: '#f9eed6' },
    bad: { text: '#b0261c', tint: '#fbe8e5' },
    seal: { text: '#ad3827', tint: '#f8e9e4' },
  },
  shadow: '0 1px 2px rgb(29 40 37 / 5%), 0 6px 20px rgb(29 40 37 / 5%)',
}

export const DARK: Palette = {
  canvas: '#0f1513',
  side: '#131a18',
  surface: '#18211e',
  raised: '#202b27',
  ink: '#e7edea',
  soft: '#aebab5',
  faint: '#8d9a95',
  line: '#2a3530',
  edge: '#6d7a75',
  primary: '#5fc4ab',
  primaryHover: '#7dd4be',
  onPrimary: '#06231c',
  onDanger: '#2a0806',
  tones: {
    neutral: { text: '#aebab5', tint: '#26302c' },
    primary: { text: '#5fc4ab', tint: '#17352e' },
    info: { text: '#8fb8f2', tint: '#1b2c44' },
    good: { text: '#83c98a', tint: '#1b3320' },
    warn: { text: '#e2b35c', tint: '#3a2d12' },
    bad: { text: '#f2938a', tint: '#43211d' },
    seal: { text: '#ee8d78', tint: '#41241d' },
  },
  shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 30%)',
}
