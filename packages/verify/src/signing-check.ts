import { bytesOfHex, Records } from './bytes.ts'
import type { Members } from './canonical.ts'
import type { Findings, Where } from './findings.ts'
import type { Behalf, Meaning, SigningRef } from './format.ts'
import { UuidTable } from './uuid-table.ts'

/** Meanings that only a signature within a signing can have. */
const DUTIES: readonly Meaning[] = ['REVIEWED', 'APPROVED']

/** What is remembered of one signing: a number for each person and what they signed, kept small because there may be a million. */
interface Round {
  readonly index: number
  /** Steps that are signed. */
  readonly steps: number[]
  /** Pairs of part and person. */
  readonly persons: number[]
  /** Parts that were rejected; part 0 ends them all. */
  readonly ended: number[]
}

/**
 * Separation of duties, over natural persons and not accounts (FORMAT.md section 2): in one signing everybody signs the same content, each step
 * once, and whoever signed one step, or stood behind it, has no hand in another.
 */
export class SigningCheck {
  readonly #findings: Findings
  readonly #ids = new UuidTable()
  readonly #people = new UuidTable()
  readonly #contents = new Records(32)
  readonly #subjects = new UuidTable()
  readonly #subjectOf: number[] = []
  readonly #rounds: Round[] = []

  constructor(findings: Findings) {
    this.#findings = findings
  }

  /** @param body of a sound shape */
  check(body: Members, where: Where): void {
    const meaning = body['meaning'] as Meaning
    const signing = body['signing'] as SigningRef | null
    const { person } = body['signer'] as { person: string }
    const behalf = body['behalf'] as Behalf | null
    if (behalf?.person === person) this.#findings.add('ON_BEHALF_OF_ONESELF', where, { person })
    if (!signing) {
      if (DUTIES.includes(meaning)) this.#findings.add('SIGNING_MISSING', where, { meaning })
      return
    }
    const round = this.#roundOf(signing.id, body, where)
    this.#checkSteps(round, signing, where)
    for (const who of behalf ? [person, behalf.person] : [person]) {
      const { index } = this.#people.add(who)
      if (isIn(round, signing.part, index)) this.#findings.add('PERSON_SIGNS_TWICE', where, { person: who })
      round.persons.push(signing.part, index)
    }
    if (meaning === 'REJECTED') round.ended.push(signing.part)
  }

  #roundOf(id: string, body: Members, where: Where): Round {
    const content = body['content'] as string
    const { id: subjectId } = body['subject'] as { id: string }
    const { index, isNew } = this.#ids.add(id)
    if (isNew) {
      this.#contents.push(bytesOfHex(content))
      this.#subjectOf.push(this.#subjects.add(subjectId).index)
      this.#rounds.push({ index, steps: [], persons: [], ended: [] })
    }
    const isSame =
      Buffer.from(this.#contents.at(index)).toString('hex') === content &&
      this.#subjects.indexOf(subjectId) === this.#subjectOf[index]
    if (!isSame) this.#findings.add('SIGNING_CONTENT_DIFFERS', where, { signing: id })
    return this.#rounds[index]!
  }

  #checkSteps({ steps, ended }: Round, { id, step, part }: SigningRef, where: Where): void {
    if (steps.includes(step)) this.#findings.add('STEP_TWICE', where, { signing: id, step: String(step) })
    if (ended.includes(part) || ended.includes(0))
      this.#findings.add('SIGNED_AFTER_REJECTED', where, { signing: id })
    steps.push(step)
  }
}

/** Part 0 is of the whole, so who signed it is in every part. */
const isIn = ({ persons }: Round, part: number, person: number): boolean => {
  for (let at = 0; at < persons.length; at += 2) {
    const meets = part === 0 || persons[at] === 0 || persons[at] === part
    if (meets && persons[at + 1] === person) return true
  }
  return false
}
