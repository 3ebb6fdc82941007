import { theme as antd, type ThemeConfig } from 'antd'
import { DARK, LIGHT, TONES, type Palette } from './palette.ts'

export type ColorMode = 'light' | 'dark'
export type Density = 'comfortable' | 'compact'

/** Fonts of the reader's own system, Latin before Chinese, so that figures and names keep their rhythm in both. */
const FONT =
  '"Segoe UI", system-ui, -apple-system, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif'

export const paletteOf = (mode: ColorMode): Palette => (mode === 'dark' ? DARK : LIGHT)

/** The kit's theme. Height of a control: 36 px comfortable, 30 px compact; on a touch screen base.css makes it 44 px. */
export function kitTheme(mode: ColorMode, density: Density, motion = true): ThemeConfig {
  const palette = paletteOf(mode)
  const { tones } = palette
  return {
    algorithm: mode === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    hashed: false,
    cssVar: { prefix: 'kit', key: 'kit' },
    token: {
      fontFamily: FONT,
      fontSize: 14,
      controlHeight: density === 'compact' ? 30 : 36,
      borderRadius: 7,
      // Styles alone would leave a layer waiting for the end of a movement that never took place.
      motion,
      wireframe: false,
      colorPrimary: palette.primary,
      colorLink: palette.primary,
      colorLinkHover: palette.primaryHover,
      colorInfo: tones.info.text,
      colorSuccess: tones.good.text,
      colorWarning: tones.warn.text,
      colorError: tones.bad.text,
      colorInfoBg: tones.info.tint,
      colorInfoBorder: tones.info.tint,
      colorSuccessBg: tones.good.tint,
      colorSuccessBorder: tones.good.tint,
      colorWarningBg: tones.warn.tint,
      colorWarningBorder: tones.warn.tint,
      colorErrorBg: tones.bad.tint,
      colorErrorBorder: tones.bad.tint,
      colorText: palette.ink,
      colorTextSecondary: palette.soft,
      colorTextTertiary: palette.faint,
      colorTextQuaternary: palette.faint,
      colorTextPlaceholder: palette.faint,
      colorTextDescription: palette.soft,
      colorTextLightSolid: palette.onPrimary,
      colorBgLayout: palette.canvas,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      controlItemBgActive: tones.primary.tint,
      controlItemBgActiveHover: tones.primary.tint,
      boxShadow: palette.shadow,
      boxShadowSecondary: palette.shadow,
    },
    components: {
      Button: {
        primaryColor: palette.onPrimary,
        dangerColor: palette.onDanger,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
      },
      // The dark algorithm dims the seed, which is too faint on a choice that is pointed at.
      Dropdown: { colorError: tones.bad.text },
      Form: { labelColor: palette.soft, verticalLabelPadding: '0 0 4px', itemMarginBottom: 18 },
      Modal: { titleFontSize: 17 },
      Segmented: { itemSelectedColor: palette.ink, trackBg: tones.neutral.tint },
      Select: { optionSelectedColor: palette.ink, optionSelectedFontWeight: 600 },
      Tabs: { horizontalItemPadding: '10px 0', titleFontSize: 14 },
      Tooltip: { colorBgSpotlight: mode === 'dark' ? '#36443e' : '#24302c', colorTextLightSolid: '#f4f7f5' },
    },
  }
}

/** The same palette as custom properties for the package's own style sheets. */
export function customProperties(mode: ColorMode, density: Density): string {
  const palette = paletteOf(mode)
  const { tones, ...plain } = palette
  const compact = density === 'compact'
  const properties = {
    ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [kebab(name), value])),
    ...Object.fromEntries(
      TONES.flatMap((tone) => [
        [`${tone}-text`, tones[tone].text],
        [`${tone}-tint`, tones[tone].tint],
      ]),
    ),
    font: FONT,
    row: compact ? '40px' : '52px',
    gap: compact ? '12px' : '16px',
    pad: compact ? '12px' : '20px',
  }
  const lines = Object.entries(properties).map(([name, value]) => `--st-${name}:${value}`)
  return `:root{color-scheme:${mode};${lines.join(';')}}`
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
