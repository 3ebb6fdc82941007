import chromium from '@sparticuz/chromium'

/** The browser of `STEWARD_CHROMIUM`, or the one that came with the packages (unpacked on first use). */
export const browserPath = async (): Promise<string> =>
  process.env.STEWARD_CHROMIUM ?? (await chromium.executablePath())
