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
export const stringifyResult = (result: { readonly data?: unknown }): string =>
  result.data instanceof RawJson ? `{"data":${result.data.text}}` : JSON.stringify(result)
