import { CLIENT_KIND_LABELS, CLIENT_RELATION_LABELS, CLIENT_SOURCE_LABELS } from '@steward/domain'
import type { ClientMergePreviewQuery, ClientSideFragment } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { ChangeTable, Fold, Radio, Stack } from '@steward/ui'
import type { ReactNode } from 'react'
import { useFieldName } from './merge-words.tsx'

export type Side = ClientSideFragment
type Compared = ClientMergePreviewQuery['clientMergePreview']['fields'][number]

const texts = messages({
  differing: { zh: '不同的项', en: 'Where they differ' },
  what: { zh: '项目', en: 'Field' },
  stays: { zh: '{{name}}（保留）', en: '{{name}} (stays)' },
  goes: { zh: '{{name}}（并入）', en: '{{name}} (goes into it)' },
  same: {
    zh: '相同或只有保留的档案填写的 {{count}} 项',
    en: {
      one: 'The same, or only on the archive that stays: {{count}}',
      other: 'The same, or only on the archive that stays: {{count}}',
    },
  },
  noDifference: { zh: '没有不同的项。', en: 'They differ in nothing.' },
  sealed: { zh: '已登记（保密，不显示）', en: 'On file (confidential, not shown)' },
  none: { zh: '未填', en: 'Not stated' },
  choose: { zh: '{{field}}：以{{name}}为准', en: '{{field}}: as {{name}} has it' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
})

interface SideBySideProps {
  readonly survivor: Side
  readonly merged: Side
  readonly fields: readonly Compared[]
  /** Keys of the fields in which the merged client’s word stands. */
  readonly taken: ReadonlySet<string>
  readonly onTake: (key: string, isTaken: boolean) => void
}

/** What the eye falls on is what differs; the rest is folded away. What is sealed is chosen without being shown. */
export function SideBySide({ survivor, merged, fields, taken, onTake }: SideBySideProps) {
  const say = useMessages(texts)
  const nameOf = useFieldName()
  const valueOf = useValueOf()
  const isOpen = ({ standing }: Compared) =>
    standing === 'DIFFERENT' || standing === 'SEALED' || standing === 'MERGED_ONLY'
  const who = (side: Side) => [side.name, side.code].filter(Boolean).join(' · ')
  const heads = {
    what: say('what'),
    before: say('stays', { name: who(survivor) }),
    after: say('goes', { name: who(merged) }),
  }
  const option = (field: Compared, side: Side, isMerged: boolean): ReactNode => (
    <Radio
      name={`field-${field.key}`}
      checked={taken.has(field.key) === isMerged}
      aria-label={say('choose', { field: nameOf(field), name: side.code })}
      onChange={() => onTake(field.key, isMerged)}
    >
      {field.key === 'phone' ? (
        <span style={{ whiteSpace: 'nowrap' }}>{valueOf(field, side, isMerged)}</span>
      ) : (
        valueOf(field, side, isMerged)
      )}
    </Radio>
  )
  const differing = fields.filter(isOpen)
  const others = fields.filter((field) => !isOpen(field))
  return (
    <Stack gap={3}>
      {differing.length === 0 ? (
        <span className="st-quiet">{say('noDifference')}</span>
      ) : (
        <ChangeTable
          label={say('differing')}
          heads={heads}
          rows={differing.map((field) => ({
            key: field.key,
            label: nameOf(field),
            before: option(field, survivor, false),
            after: option(field, merged, true),
          }))}
        />
      )}
      {others.length > 0 && (
        <Fold title={say('same', { count: others.length })}>
          <ChangeTable
            label={say('same', { count: others.length })}
            heads={heads}
            rows={others.map((field) => ({
              key: field.key,
              label: nameOf(field),
              before: valueOf(field, survivor, false),
              after: valueOf(field, merged, true),
            }))}
          />
        </Fold>
      )}
    </Stack>
  )
}

function useValueOf() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const heads: Readonly<Record<string, (side: Side) => string | null | undefined>> = {
    name: ({ name }) => name,
    kind: ({ kind }) => sayWord(CLIENT_KIND_LABELS[kind]),
    relation: ({ relation }) => sayWord(CLIENT_RELATION_LABELS[relation]),
    phone: ({ phoneMasked }) => phoneMasked,
    email: ({ emailMasked }) => emailMasked,
    source: ({ source }) => source && sayWord(CLIENT_SOURCE_LABELS[source]),
    referrer: ({ referrer, referrerClient }) => referrerClient?.name ?? referrerClient?.code ?? referrer,
    keyAccountManager: ({ keyAccountManager }) => keyAccountManager?.name,
  }
  const customOf = (side: Side, fieldId: string): string | undefined => {
    const own = side.fieldValues.find(({ field }) => field?.id === fieldId)
    const personal = side.personalFieldValues?.find(({ field }) => field?.id === fieldId)
    const value = own?.value ?? personal?.personalValue
    const field = own?.field ?? personal?.field
    if (value === null || value === undefined || !field) return undefined
    if (field.type === 'CHOICE') {
      const choice = field.choices.find(({ zh }) => zh === value)
      return choice ? sayWord(choice) : value
    }
    if (field.type === 'YES_NO') return say(value === 'true' ? 'yes' : 'no')
    return [value, field.unit].filter(Boolean).join(' ')
  }
  return ({ key, standing, customFieldId }: Compared, side: Side, isMerged: boolean): string => {
    const head = heads[key]
    if (head) return head(side) || say('none')
    const value = customFieldId ? customOf(side, customFieldId) : undefined
    if (value !== undefined) return value
    // Of a confidential field it is known where there is one, and nothing else.
    const isHere = standing === 'SEALED' || standing === (isMerged ? 'MERGED_ONLY' : 'SURVIVOR_ONLY')
    return say(isHere ? 'sealed' : 'none')
  }
}
