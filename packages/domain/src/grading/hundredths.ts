/** `85.5`: points of 100, or per cent of the whole. */
export const hundredths = (value: number): string => (value / 100).toFixed(2).replace(/\.?0+$/, '')
