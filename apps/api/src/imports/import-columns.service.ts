/** What a mapping tells of clients beside what every archive has: tags, and fields of the organization's own. */
import {
  customColumnKey,
  grantsOf,
  invalidInput,
  text,
  type Permission,
  type RecordMapping,
} from '@steward/domain'
import { IsNull } from 'typeorm'
import { CustomField } from '../clients/fields/custom-field.entity.ts'
import { Tag } from '../clients/tags/tag.entity.ts'
import { Refused } from '../database/refused.ts'
import type { Transaction } from '../database/transaction.ts'

export const fieldsInUse = ({ manager, actor }: Transaction): Promise<CustomField[]> =>
  manager.find(CustomField, {
    where: { orgId: actor.organizationId, retiredAt: IsNull() },
    order: { position: 'ASC', id: 'ASC' },
  })

/** Words that a file can give to clients. */
export const tagsInUse = ({ manager, actor }: Transaction): Promise<Tag[]> =>
  manager.findBy(Tag, { orgId: actor.organizationId, retiredAt: IsNull() })

const told = ({ columns, constants }: RecordMapping): readonly string[] => [
  ...columns.flatMap(({ field }) => field ?? []),
  ...constants.map(({ key }) => key),
]

const wrong = (zh: string, en: string) =>
  new Refused(invalidInput({ path: 'record.columns', message: text(zh, en) }))

/** Each of the organization's fields that it names is in use, and whoever brings them in may set them by hand, everywhere. */
export const demandColumns = async (tx: Transaction, record: RecordMapping): Promise<void> => {
  const fields = told(record)
  const demand = (permission: Permission): void => {
    if (!grantsOf(tx.actor, permission).includes('any'))
      throw wrong(
        '您的岗位不能成批填写标签或自定义字段。',
        'Your role does not set tags or fields for the whole organization.',
      )
  }
  if (record.kind === 'CLIENTS' && fields.includes('tags')) demand('client:tag')
  const keys = fields.flatMap((field) => customColumnKey(field) ?? [])
  if (keys.length === 0) return
  demand('client:setField')
  const known = new Set((await fieldsInUse(tx)).map(({ key }) => key))
  const unknown = keys.filter((key) => !known.has(key))
  if (unknown.length > 0)
    throw wrong(
      `没有这些自定义字段，或已停用：${unknown.join('、')}。`,
      `There are no such fields in use: ${unknown.join(', ')}.`,
    )
}
