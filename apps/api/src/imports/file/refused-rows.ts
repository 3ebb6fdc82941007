import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import {
  IMPORT_ISSUE_LABELS,
  levelOf,
  REFUSED_ROW_COLUMNS,
  say,
  type ImportIssue,
  type Locale,
} from '@steward/domain'
import { stringify } from 'csv-stringify'
import { v7 as newId } from 'uuid'
import { storedPath } from '../../storage/stored-file.ts'
import { encryption, type FilePlace } from '../../storage/encrypted-file.ts'
import type { TableRow } from './table-file.ts'

/**
 * The refused rows as a file of their own, to be corrected and brought in again: the columns of the file, and before them line
 * and reason. No cell of it is calculated by a spreadsheet, and Excel reads its Chinese.
 */
export class RefusedRows {
  readonly id = newId()
  readonly #path: string
  readonly #locale: Locale
  readonly #csv = stringify({ bom: true, escape_formulas: true })
  readonly #written: Promise<void>
  #rows = 0

  /** Encrypted like the file itself, under its key: whoever destroys that destroys this. */
  constructor(place: FilePlace, header: readonly string[], locale: Locale) {
    this.#path = storedPath(place.dataDir, place.orgId, this.id)
    this.#locale = locale
    const file = createWriteStream(this.#path, { mode: 0o600 })
    this.#written = finished(this.#csv.pipe(encryption(place, this.id)).pipe(file))
    // Told to whoever closes it.
    this.#written.catch(() => undefined)
    this.#csv.once('error', (error) => file.destroy(error))
    this.#csv.write([...REFUSED_ROW_COLUMNS, ...header])
  }

  async add({ line, cells }: TableRow, issues: readonly ImportIssue[]): Promise<void> {
    this.#rows += 1
    const errors = issues.filter(({ reason }) => levelOf(reason) === 'ERROR')
    const sentences = errors.map(({ column, reason }) => {
      const words = say(IMPORT_ISSUE_LABELS[reason], this.#locale)
      return column === null ? words : `${column}: ${words}`
    })
    if (!this.#csv.write([line, sentences.join('; '), ...cells])) await once(this.#csv, 'drain')
  }

  /** The file's id; null, and no file, where no row was refused. */
  async close(): Promise<string | null> {
    this.#csv.end()
    await this.#written
    if (this.#rows > 0) return this.id
    await this.discard()
    return null
  }

  async discard(): Promise<void> {
    this.#csv.destroy()
    await rm(this.#path, { force: true })
  }
}
