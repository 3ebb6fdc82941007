import { clientCode } from '@steward/domain'
import type { RecordRun } from '../record-run.ts'
import { reserveCodes } from './client-writes.ts'

/** Codes of new clients: the file's own where it has one, else serials, taken last so that nobody waits for them longer than needed. */
export class CodeGiver {
  readonly #own = new Map<number, string>()
  readonly #places: number[] = []
  #first = 0
  #highest = 0

  /** `place` of the row in the file; `code`: its own. */
  want(place: number, code: string | null): void {
    if (code === null) {
      this.#places.push(place)
      return
    }
    this.#own.set(place, code)
    const serial = /^C(\d{1,8})$/.exec(code)?.[1]
    if (serial !== undefined) this.#highest = Math.max(this.#highest, Number(serial))
  }

  async reserve({ tx, orgId }: RecordRun): Promise<void> {
    if (this.#places.length === 0) return
    this.#first = await reserveCodes(tx.manager, orgId, this.#places.length, this.#highest, tx.newId())
    this.#places.forEach((place, at) => this.#own.set(place, clientCode(this.#first + at)))
  }

  codeAt = (place: number): string => this.#own.get(place)!
}
