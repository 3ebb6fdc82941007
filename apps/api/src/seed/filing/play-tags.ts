/** The words by which the story's clients are filed, and who bears them. */
import type { ClientKind, TagTone } from '@steward/domain'
import { giveTag } from '../../clients/tags/tag-clients.service.ts'
import type { Tag } from '../../clients/tags/tag.entity.ts'
import { addTag } from '../../clients/tags/tag.service.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { UserError } from '../../graphql/user-error.ts'
import { DAY } from '../calendar.ts'
import type { Stage } from '../cases/stage.ts'
import { Chance } from '../chance.ts'
import { by } from '../hand-over-shifts.ts'
import type { PlannedClient } from '../organizations/clients.ts'
import { holding } from '../organizations/world.ts'

const HOMES: readonly ClientKind[] = ['INDIVIDUAL', 'HOUSEHOLD']
const ALL: readonly ClientKind[] = [...HOMES, 'COMPANY']

type Word = readonly [zh: string, en: string, tone: TagTone, kinds: readonly ClientKind[], share: number]

/** With how many of a hundred bear each. */
const WORDS: readonly Word[] = [
  ['独居老人', 'Elderly, alone', 'WARN', HOMES, 4],
  ['有幼儿', 'Small children', 'INFO', HOMES, 12],
  ['业委会成员', 'Owners’ committee', 'SEAL', HOMES, 2],
  ['热心业主', 'Helps out', 'GOOD', HOMES, 6],
  ['重点关注', 'Needs attention', 'BAD', ALL, 3],
  ['总部客户', 'Head office', 'PRIMARY', ['COMPANY'], 20],
  ['续租在谈', 'Renewal under way', 'INFO', ['COMPANY'], 15],
  ['高耗能', 'Heavy on energy', 'NEUTRAL', ['COMPANY'], 10],
]

/** Nothing where nobody keeps the archive. */
export const playTags = async (stage: Stage): Promise<void> => {
  const [head] = holding(stage.world, 'CR_SUPERVISOR')
  const [keeper] = holding(stage.world, 'CR_SPECIALIST')
  if (!head || !keeper) return
  const chance = new Chance(20_268)
  const at = (daysAgo: number) => new Date(stage.now.getTime() - daysAgo * DAY)
  const tags: Tag[] = []
  const defined = await transaction(by(stage, head, at(150)), 'tag:define', async (tx) => {
    for (const [nameZh, nameEn, tone, kinds] of WORDS)
      tags.push(await addTag(tx, { nameZh, nameEn, tone, kinds: [...kinds] }))
    return tags[0]!
  })
  if (defined instanceof UserError) throw new Error(`a tag was refused: ${defined.message}`)
  const given = await transaction(by(stage, keeper, at(60)), 'client:tag', async (tx) => {
    await giveAll(tx, tags, stage.world.clients, chance)
    return tags[0]!
  })
  if (given instanceof UserError) throw new Error(`a tag was refused: ${given.message}`)
}

const giveAll = async (
  tx: Transaction,
  tags: readonly Tag[],
  clients: readonly PlannedClient[],
  chance: Chance,
): Promise<void> => {
  for (const { id, kind } of clients)
    for (const [at, tag] of tags.entries())
      if (tag.kinds.includes(kind) && chance.happens(WORDS[at]![4] / 100)) await giveTag(tx, id, tag.id)
}
