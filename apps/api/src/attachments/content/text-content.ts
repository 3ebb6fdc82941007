const UTF_8 = new TextDecoder('utf-8', { fatal: true })
/** What Chinese Excel writes. */
const GB_18030 = new TextDecoder('gb18030', { fatal: true })

/** No control characters but tabulator, line ends and form feed: what has others is no text, whatever it is called. */
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/

/** Whether it reads as text in one of the two encodings. */
export const isText = (content: Buffer): boolean => {
  for (const decoder of [UTF_8, GB_18030]) {
    try {
      return !UNPRINTABLE.test(decoder.decode(content))
    } catch {
      continue
    }
  }
  return false
}
