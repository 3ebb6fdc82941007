/** The `data` of an answer that is JSON text already and goes out as it came from the database. */
export class RawJson {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** For whoever stringifies it in the ordinary way. */
  toJSON(): unknown {
    return JSON.parse(this.text)
  }
}

/** Apollo's `stringifyResult`: raw data is passed on untouched. */
export const stringifyResult = (result: {
  readonly data?: unknown
  readonly extensions?: unknown
}): string => {
  if (!(result.data instanceof RawJson)) return JSON.stringify(result)
  const { extensions } = result
  return `{"data":${result.data.text}${extensions ? `,"extensions":${JSON.stringify(extensions)}` : ''}}`
}
