import { describe, expect, it } from 'vitest'
import { DARK, LIGHT, TONES, type Palette } from './palette.ts'

/** Contrast of two #rrggbb colours as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as [string, Palette][])('the %s palette', (_, palette) => {
  const grounds = ['canvas', 'side', 'surface', 'raised'] as const

  it.each(['ink', 'soft', 'faint', 'primary'] as const)(
    'has %s text that can be read on every ground',
    (text) => {
      for (const ground of grounds)
        expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(TONES)('has %s text that can be read on its tint and on every ground', (tone) => {
    const { text, tint } = palette.tones[tone]
    for (const ground of [tint, palette.canvas, palette.side, palette.surface, palette.raised])
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.ink, tint)).toBeGreaterThanOrEqual(4.5)
  })

  it('has readable words on filled buttons', () => {
    expect(contrast(palette.onPrimary, palette.primary)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.onPrimary, palette.primaryHover)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.onDanger, palette.tones.bad.text)).toBeGreaterThanOrEqual(4.5)
  })

  it('has borders around things to type into that can be seen', () => {
    for (const ground of ['surface', 'raised'] as const)
      expect(contrast(palette.edge, palette[ground])).toBeGreaterThanOrEqual(3)
  })
})
