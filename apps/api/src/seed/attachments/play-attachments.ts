/** Files of the story: a floor plan, letters, a lease, an identity paper that is kept sealed. Small, and made here. */
import { attachmentName } from '@steward/domain'
import { v7 as newId } from 'uuid'
import type { Vault } from '../../access/vault.ts'
import type { AttachmentEntity } from '../../attachments/attachment.entity.ts'
import { keepContent, tellOfContent, type ToldOfContent } from '../../attachments/keep-content.ts'
import { Client } from '../../clients/client.entity.ts'
import { transaction } from '../../database/transaction.ts'
import { UserError } from '../../graphql/user-error.ts'
import type { FileStorage } from '../../storage/file-storage.ts'
import { DAY } from '../calendar.ts'
import type { Stage } from '../cases/stage.ts'
import { Chance } from '../chance.ts'
import { by } from '../hand-over-shifts.ts'
import type { PlannedClient } from '../organizations/clients.ts'
import { holding } from '../organizations/world.ts'
import { floorPlan } from './floor-plan.ts'

type AttachmentStage = Stage & { readonly vault: Vault; readonly storage: FileStorage }

interface Planned extends ToldOfContent {
  readonly content: Buffer
}

const letter = (lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n`)

const ofHome = (client: PlannedClient, chance: Chance): readonly Planned[] => [
  {
    name: attachmentName(`户型图 ${client.units[0]!.label}.png`),
    note: '交付时的户型，承重墙已标出',
    format: 'PNG',
    classification: 'INTERNAL',
    content: floorPlan(chance),
  },
  {
    name: '业主来信.txt',
    note: null,
    format: 'TXT',
    classification: 'PERSONAL',
    content: letter([
      '尊敬的物业服务中心：',
      '',
      `我是${client.units[0]!.label}的业主${client.name}。孩子今年九月上小学，早上七点前请尽量不要安排楼道施工。`,
      '感谢贵司这一年来的照顾。',
      '',
      client.name,
    ]),
  },
]

const ofIdentity = (client: PlannedClient): Planned => ({
  name: '身份证明登记.txt',
  note: '办理过户时留存',
  format: 'TXT',
  classification: 'SENSITIVE',
  content: letter(['身份证明登记', `姓名：${client.name}`, '证件：居民身份证（原件已核对，复印件不留存）']),
})

const ofCompany = (client: PlannedClient): readonly Planned[] => [
  {
    name: '租赁区域清单.csv',
    note: '随合同每年更新',
    format: 'TXT',
    classification: 'INTERNAL',
    content: letter([
      '房号,用途,计租面积（平方米）',
      ...client.units.map(({ label }, at) => `${label},办公,${120 + at * 35}`),
    ]),
  },
]

const HOMES = 12
const COMPANIES = 8

/** Nothing where nobody keeps the archive. */
export const playAttachments = async (stage: AttachmentStage): Promise<void> => {
  const [keeper] = holding(stage.world, 'CR_SPECIALIST')
  const { orgId, clients } = stage.world
  if (!keeper) return
  const chance = new Chance(20_267)
  const homes = clients.filter(({ kind, units }) => kind !== 'COMPANY' && units.length > 0).slice(0, HOMES)
  const companies = clients.filter(({ kind }) => kind === 'COMPANY').slice(0, COMPANIES)
  const planned = [
    ...homes.map((client, at) => ({
      client,
      files: [...ofHome(client, chance), ...(at % 4 === 0 ? [ofIdentity(client)] : [])],
    })),
    ...companies.map((client) => ({ client, files: ofCompany(client) })),
  ]
  const [first] = planned
  if (!first) return
  const at = new Date(stage.now.getTime() - 34 * DAY)
  const done = await transaction(by(stage, keeper, at), 'attachment:add', async (tx) => {
    let last: AttachmentEntity | undefined
    for (const { client, files } of planned)
      for (const { content, ...told } of files) {
        const place = { orgId, id: newId() }
        const kept = await keepContent(stage.storage, place, told.classification, content)
        last = await tellOfContent(tx, stage.vault, client.id, kept, told)
      }
    return last ?? tx.get(Client, first.client.id)
  })
  if (done instanceof UserError) throw new Error(`a file of the story was refused: ${done.message}`)
}
