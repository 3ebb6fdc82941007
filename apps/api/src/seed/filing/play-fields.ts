/** Lines that the story's organizations have added to their archives, and what clients have under them. */
import { checkFieldValue, type ClientKind, type CustomField as Facts } from '@steward/domain'
import type { Vault } from '../../access/vault.ts'
import type { CustomField } from '../../clients/fields/custom-field.entity.ts'
import { addField } from '../../clients/fields/custom-field.service.ts'
import { writeFieldValue } from '../../clients/fields/field-values.service.ts'
import { transaction } from '../../database/transaction.ts'
import { UserError } from '../../graphql/user-error.ts'
import { DAY, localDay } from '../calendar.ts'
import type { Stage } from '../cases/stage.ts'
import { Chance } from '../chance.ts'
import { by } from '../hand-over-shifts.ts'
import { holding } from '../organizations/world.ts'

const HOMES: readonly ClientKind[] = ['INDIVIDUAL', 'HOUSEHOLD']

type Planned = Omit<Facts, 'id' | 'retiredAt' | 'version' | 'position'> & {
  readonly say: (chance: Chance, now: Date) => string
  readonly share: number
}
const PLAIN = { choices: [], isRequired: false, unit: null, least: null, most: null } as const

const FIELDS: readonly Planned[] = [
  {
    ...PLAIN,
    key: 'cars',
    labelZh: '车辆数',
    labelEn: 'Cars',
    type: 'NUMBER',
    class: 'INTERNAL',
    kinds: HOMES,
    unit: '辆',
    least: '0',
    most: '9',
    share: 0.3,
    say: (chance) => String(chance.between(0, 3)),
  },
  {
    ...PLAIN,
    key: 'useOfHome',
    labelZh: '房屋用途',
    labelEn: 'Use of the home',
    type: 'CHOICE',
    class: 'INTERNAL',
    kinds: HOMES,
    choices: [
      { key: 'c1', zh: '自住', en: 'Lived in' },
      { key: 'c2', zh: '出租', en: 'Let' },
      { key: 'c3', zh: '空置', en: 'Empty' },
    ],
    share: 0.4,
    say: (chance) => chance.pick(['c1', 'c1', 'c1', 'c2', 'c3']),
  },
  {
    ...PLAIN,
    key: 'careNote',
    labelZh: '照护提示',
    labelEn: 'Care note',
    type: 'TEXT',
    class: 'PERSONAL',
    kinds: HOMES,
    most: '60',
    share: 0.06,
    say: (chance) =>
      chance.pick(['老人听力不好，请按两次门铃', '家有婴儿，午后请勿敲门', '行动不便，快递请送上楼']),
  },
  {
    ...PLAIN,
    key: 'medicalNote',
    labelZh: '健康情况',
    labelEn: 'Health',
    type: 'TEXT',
    class: 'SENSITIVE',
    kinds: HOMES,
    most: '60',
    share: 0.02,
    say: (chance) => chance.pick(['心脏病，急救药在玄关', '青霉素过敏', '每周二、五透析']),
  },
  {
    ...PLAIN,
    key: 'leaseEndsOn',
    labelZh: '租约到期',
    labelEn: 'Lease ends',
    type: 'DATE',
    class: 'INTERNAL',
    kinds: ['COMPANY'],
    share: 0.8,
    say: (chance, now) => localDay(new Date(now.getTime() + chance.between(20, 900) * DAY)),
  },
  {
    ...PLAIN,
    key: 'monthlyRent',
    labelZh: '月租金',
    labelEn: 'Monthly rent',
    type: 'MONEY',
    class: 'INTERNAL',
    kinds: ['COMPANY'],
    share: 0.5,
    say: (chance) => String(chance.between(80, 900) * 10_000),
  },
  {
    ...PLAIN,
    key: 'nightShift',
    labelZh: '夜间有人值守',
    labelEn: 'Staffed at night',
    type: 'YES_NO',
    class: 'INTERNAL',
    kinds: ['COMPANY'],
    share: 0.5,
    say: (chance) => String(chance.happens(0.3)),
  },
]

/** Nothing where nobody keeps the archive. */
export const playFields = async (stage: Stage & { readonly vault: Vault }): Promise<void> => {
  const [head] = holding(stage.world, 'CR_SUPERVISOR')
  const [keeper] = holding(stage.world, 'CR_SPECIALIST')
  if (!head || !keeper) return
  const chance = new Chance(20_269)
  const at = (daysAgo: number) => new Date(stage.now.getTime() - daysAgo * DAY)
  const fields: CustomField[] = []
  const defined = await transaction(by(stage, head, at(140)), 'customField:define', async (tx) => {
    for (const [position, { say: _say, share: _share, ...field }] of FIELDS.entries())
      fields.push(await addField(tx, { ...field, position }))
    return fields[0]!
  })
  if (defined instanceof UserError) throw new Error(`a field was refused: ${defined.message}`)
  const filled = await transaction(by(stage, keeper, at(50)), 'client:setField', async (tx) => {
    for (const { id, kind } of stage.world.clients)
      for (const [nth, field] of fields.entries()) {
        const { kinds, share, say } = FIELDS[nth]!
        if (!kinds.includes(kind) || !chance.happens(share)) continue
        const checked = checkFieldValue(field, say(chance, stage.now))
        if (!checked.ok) throw new Error(`a field was refused: ${checked.error.message.zh}`)
        await writeFieldValue(tx, stage.vault, field, id, checked.value, undefined)
      }
    return fields[0]!
  })
  if (filled instanceof UserError) throw new Error(`a field was refused: ${filled.message}`)
}
