/** Where a story is played, and how its people call the services. */
import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import type { VerbContext } from '../../context.ts'
import { InvalidInputError, UserError } from '../../graphql/user-error.ts'
import type { Signer } from '../../ledger/signer.ts'
import type { Member, World } from '../organizations/world.ts'

/** Where a story is played, by whom, and up to when. */
export interface Stage {
  readonly dataSource: DataSource
  readonly signer: Signer
  readonly world: World
  readonly now: Date
}

/** The call of a person at a time. */
export const by = ({ dataSource, signer }: Stage, { actor }: Member, at: Date): VerbContext => ({
  dataSource,
  signer,
  now: at,
  locale: 'zh-CN',
  requestId: `seed-${randomUUID()}`,
  signedIn: { actor },
  idempotencyKey: undefined,
  requestHash: '',
  history: true,
})

/** A story in which somebody is refused is told wrong. */
export const agreed = <T extends object>(answer: T | UserError, verb: string): T => {
  if (!(answer instanceof UserError)) return answer
  const fields = answer instanceof InvalidInputError ? JSON.stringify(answer.fields) : ''
  throw new Error(`${verb} was refused: ${answer.code} ${answer.message} ${fields}`)
}
