/** A manager who is away for some days: the secretary of the general manager signs for them meanwhile. */
import { UserError } from '../graphql/user-error.ts'
import { giveDelegation } from '../sign-off/delegation.service.ts'
import { DAY } from './calendar.ts'
import type { Stage } from './cases/stage.ts'
import { by } from './hand-over-shifts.ts'
import { holding } from './organizations/world.ts'

/** Nothing where there is nobody to be away, or nobody to sign for them. */
export const delegateSigning = async (stage: Stage): Promise<void> => {
  const [giver] = holding(stage.world, 'CS_MANAGER')
  const receiver = holding(stage.world, 'GM_OFFICE').find(({ id }) => id !== giver?.id)
  if (!giver || !receiver) return
  const from = new Date(stage.now.getTime() - DAY)
  const outcome = await giveDelegation(by(stage, giver, from), {
    receiverId: receiver.id,
    kinds: ['COMPLAINT_PROPOSAL', 'SETTLEMENT_AGREEMENT'],
    mostMinor: 5_000_00,
    from,
    until: new Date(from.getTime() + 14 * DAY),
    reason: '外出培训，期间小额方案请代为审批',
  })
  if (outcome instanceof UserError)
    throw new Error(`a delegation of the story was refused: ${outcome.message}`)
}
