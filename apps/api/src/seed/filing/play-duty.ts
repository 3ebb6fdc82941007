/** What archives of the story must have, that most were gone through with the client, and two random checks of them. */
import type { ArchivePart, ClientKind, DutyRole } from '@steward/domain'
import { addConfirmation, confirmable } from '../../clients/duty/confirm.service.ts'
import type { ArchiveConfirmation, ArchiveRequirement } from '../../clients/duty/duty.entity.ts'
import { addRequirement } from '../../clients/duty/requirement.service.ts'
import { addDraw, addResult } from '../../clients/spot-checks/spot-check.service.ts'
import { transaction } from '../../database/transaction.ts'
import { DAY } from '../calendar.ts'
import { agreed, by, type Stage } from '../cases/stage.ts'
import { Chance } from '../chance.ts'
import { holding } from '../organizations/world.ts'

const HOMES: readonly ClientKind[] = ['INDIVIDUAL', 'HOUSEHOLD']
const COMPANIES: readonly ClientKind[] = ['COMPANY']
const ALL: readonly ClientKind[] = [...HOMES, ...COMPANIES]
/** A prospect has had no transaction yet. */
const CLIENTS = ['OWNER', 'OCCUPANT', 'COMMERCIAL'] as const

type Line = readonly [part: ArchivePart, kinds: readonly ClientKind[], days: number | null, owedBy: DutyRole]

const LINES: readonly Line[] = [
  ['PHONE', HOMES, 180, 'SITE_MANAGER'],
  ['PHONE', COMPANIES, 180, 'SERVICE_AGENT'],
  ['STAY', ALL, null, 'SITE_MANAGER'],
  ['CONSENT', HOMES, null, 'CR_SPECIALIST'],
  ['CONTACT', COMPANIES, 180, 'CR_SPECIALIST'],
  ['DECISION_ROLE', COMPANIES, null, 'CR_SPECIALIST'],
  ['CHANNEL', COMPANIES, null, 'CR_SPECIALIST'],
  ['BIRTHDAY', COMPANIES, null, 'CR_SPECIALIST'],
  ['STATUS_RECORD', COMPANIES, 365, 'CR_SUPERVISOR'],
]

/** Of a hundred clients so many were gone through with. */
const CONFIRMED = 0.7
const NOTES = ['来电时核对', '上门时核对', null, null]
const FOUND = ['换了号码，未更新', '已搬走，租客未登记', '联系人已离职', '登记的是旧合同']

/** Nothing where nobody supervises the archive. */
export const playDuty = async (stage: Stage): Promise<void> => {
  const [head] = holding(stage.world, 'CR_SUPERVISOR')
  const [keeper] = holding(stage.world, 'CR_SPECIALIST')
  if (!head || !keeper) return
  const chance = new Chance(41_000)
  const at = (daysAgo: number) => new Date(stage.now.getTime() - daysAgo * DAY)
  const asked: ArchiveRequirement[] = []
  agreed(
    await transaction(by(stage, head, at(120)), 'archiveRequirement:set', async (tx) => {
      for (const [part, kinds, staleAfterDays, owedBy] of LINES)
        asked.push(
          await addRequirement(tx, {
            part,
            kinds,
            relations: CLIENTS,
            staleAfterDays,
            owedBy,
            fieldId: null,
          }),
        )
      return asked[0]!
    }),
    'archiveRequirement:set',
  )
  agreed(
    await transaction(by(stage, keeper, at(25)), 'client:confirmArchive', async (tx) => {
      const there = await confirmable(tx, null)
      let last: ArchiveConfirmation | undefined
      for (const clientId of new Set(there.map((it) => it.clientId)))
        if (!last || chance.happens(CONFIRMED))
          last = await addConfirmation(tx, {
            clientId,
            requirementIds: there.filter((it) => it.clientId === clientId).map(({ id }) => id),
            note: chance.pick(NOTES),
          })
      return last!
    }),
    'client:confirmArchive',
  )
  for (const [daysAgo, size, finished] of [
    [40, 12, true],
    [2, 8, false],
  ] as const) {
    const drawn = await transaction(by(stage, head, at(daysAgo)), 'spotCheck:draw', async (tx) => {
      const seed = Array.from({ length: 4 }, () =>
        chance
          .between(0, 2 ** 32 - 1)
          .toString(16)
          .padStart(8, '0'),
      ).join('')
      const { draw, entries } = await addDraw(tx, { size, projectId: null, managerId: null }, seed)
      const there = await confirmable(tx, null)
      for (const [index, entry] of entries.entries()) {
        if (!finished && index >= size / 2) continue
        const parts = there.filter(({ clientId }) => clientId === entry.clientId)
        const wrong = parts.length > 0 && index % 4 === 1
        await addResult(tx, entry, {
          result: wrong ? 'WRONG' : 'COMPLETE',
          requirementId: wrong ? chance.pick(parts).id : null,
          note: wrong ? chance.pick(FOUND) : null,
        })
      }
      return draw
    })
    agreed(drawn, 'spotCheck:draw')
  }
}
