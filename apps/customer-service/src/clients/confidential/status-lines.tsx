import {
  FIELDS_OF_STATUS_GROUP,
  STATUS_GROUP_LABELS,
  STATUS_GROUPS,
  STATUS_RECORD,
  type StatusField,
} from '@steward/domain'
import type { StatusRecordPartsFragment } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { Alert, DescriptionList, Inline, Stack, StatusTag } from '@steward/ui'
import type { ReactNode } from 'react'
import { known } from '../../complaints/page/known.ts'
import { ParticularValue } from './particular-value.tsx'

const texts = messages({
  onFile: { zh: '已登记（加密）', en: 'On file, sealed' },
  erased: {
    zh: '资金与信用资料已删除，任何人都无法再查看。',
    en: 'Money and credit were erased: nobody can read them any more.',
  },
})

interface StatusLinesProps {
  readonly record: StatusRecordPartsFragment
  /** Beside the heading of money and credit. */
  readonly moneyAction?: ReactNode
}

/** What of a line may be shown: its value, a stored masked form, or that it is on file. */
export function useStatusValue(): (record: StatusRecordPartsFragment, field: StatusField) => ReactNode {
  const say = useMessages(texts)
  return (record, field) => {
    const particular = STATUS_RECORD[field]
    if (particular.class === 'sensitive') {
      if (!record.onFile.includes(field)) return null
      if (field === 'bankAccount' && record.bankAccountMasked) return record.bankAccountMasked
      return <StatusTag>{say('onFile')}</StatusTag>
    }
    const value = record[field as keyof StatusRecordPartsFragment] as string | number | null | undefined
    return value === null || value === undefined ? null : (
      <ParticularValue particular={particular} value={value} />
    )
  }
}

/** A version, group by group; what nobody stated takes no room. */
export function StatusLines({ record, moneyAction }: StatusLinesProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const valueOf = useStatusValue()
  return (
    <Stack gap={4}>
      {STATUS_GROUPS.map((group) => {
        const items = known(
          FIELDS_OF_STATUS_GROUP[group].map((field) => ({
            label: sayWord(STATUS_RECORD[field].label),
            value: valueOf(record, field),
            wide: STATUS_RECORD[field].kind === 'text' && STATUS_RECORD[field].class !== 'sensitive',
          })),
        )
        if (items.length === 0) return null
        return (
          <Stack key={group} gap={2}>
            <Inline gap={3} justify="space-between">
              <h3 className="st-part-title">{sayWord(STATUS_GROUP_LABELS[group])}</h3>
              {group === 'MONEY' && moneyAction}
            </Inline>
            {group === 'MONEY' && !record.isReadable && <Alert type="info" showIcon title={say('erased')} />}
            <DescriptionList items={items} min={160} />
          </Stack>
        )
      })}
    </Stack>
  )
}
