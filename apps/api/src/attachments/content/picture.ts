/** Pictures are decoded and drawn anew: what was no picture, and what was told beside it (place, camera, comment), is gone. */
import sharp, { type Sharp } from 'sharp'

/** A picture says itself how large it is; beyond this it is not begun. */
const MAXIMUM_PIXELS = 50_000_000
const MAXIMUM_SECONDS = 20

// Nothing but what is asked for here is ever read, and no picture is kept in memory after it was drawn.
sharp.cache(false)
sharp.concurrency(1)

/** One after the other: a large one takes some hundred megabytes while it is drawn. */
let last: Promise<unknown> = Promise.resolve()
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const done = last.then(work)
  last = done.catch(() => undefined)
  return done
}

/** The picture in the same format, upright, without anything beside it; undefined where it cannot be drawn. */
export const redrawn = (format: 'JPEG' | 'PNG' | 'WEBP', content: Buffer): Promise<Buffer | undefined> =>
  inTurn(async () => {
    try {
      const picture = sharp(content, { limitInputPixels: MAXIMUM_PIXELS, failOn: 'error', pages: 1 })
      const { format: found } = await picture.metadata()
      if (found?.toUpperCase() !== format) return undefined
      const upright = picture.autoOrient().timeout({ seconds: MAXIMUM_SECONDS })
      return await WRITERS[format](upright).toBuffer()
    } catch {
      return undefined
    }
  })

const WRITERS = {
  JPEG: (picture: Sharp) => picture.jpeg({ quality: 88 }),
  PNG: (picture: Sharp) => picture.png(),
  WEBP: (picture: Sharp) => picture.webp({ quality: 88 }),
} as const
