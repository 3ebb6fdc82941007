import {
  INFORMATION_CLASS_LABELS,
  INFORMATION_ITEM_INPUTS,
  INFORMATION_KIND_LABELS,
  INFORMATION_MEDIUM_LABELS,
  keepUntil,
} from '@steward/domain'
import type { InventoryItemFragment } from '@steward/graphql-client'
import {
  Button,
  Day,
  DescriptionList,
  Field,
  Form,
  Inline,
  Input,
  Instant,
  Stack,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { RetireInformationItem } from './inventory-mutations.ts'
import { ItemForm } from './item-form.tsx'

const texts = messages({
  kind: { zh: '信息种类', en: 'Kind of information' },
  medium: { zh: '载体', en: 'Medium' },
  class: { zh: '级别', en: 'Class' },
  place: { zh: '存放处', en: 'Where it is kept' },
  keeper: { zh: '保管人', en: 'Keeper' },
  purpose: { zh: '用途', en: 'What for' },
  from: { zh: '保管自', en: 'Kept since' },
  until: { zh: '保管至', en: 'Kept until' },
  purposeEnds: { zh: '用途结束', en: 'Its purpose ends' },
  destruction: { zh: '销毁方式', en: 'How it is destroyed' },
  retired: { zh: '注销', en: 'Retired' },
  history: { zh: '历次登记', en: 'As it was stated' },
  amend: { zh: '修改', en: 'Amend' },
  retire: { zh: '注销', en: 'Retire' },
  reason: { zh: '为何不再保管、怎样处置的', en: 'Why it is not kept any more, and what became of it' },
  gone: { zh: '“{{name}}”已注销', en: '“{{name}}” is retired' },
})

interface ItemSheetProps {
  readonly item: InventoryItemFragment
  readonly departmentId: string
  /** May the viewer change what this department keeps? */
  readonly mayKeep: boolean
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** One item: all that is stated of it, how it was stated before, and what can be done with it. */
export function ItemSheet(props: ItemSheetProps) {
  const { item, departmentId, mayKeep, onReload, onClose } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const [asked, setAsked] = useState<'amend' | 'retire'>()
  if (asked === 'amend')
    return <ItemForm departmentId={departmentId} item={item} onReload={onReload} onClose={onClose} />
  if (asked === 'retire') return <RetireForm {...props} />
  const until = keepUntil(item)
  return (
    <Stack gap={4}>
      <DescriptionList
        items={[
          { label: say('kind'), value: sayWord(INFORMATION_KIND_LABELS[item.kind]) },
          { label: say('medium'), value: sayWord(INFORMATION_MEDIUM_LABELS[item.medium]) },
          { label: say('class'), value: sayWord(INFORMATION_CLASS_LABELS[item.class]) },
          { label: say('place'), value: item.place },
          { label: say('keeper'), value: item.keeper?.name },
          { label: say('purpose'), value: item.purpose },
          { label: say('from'), value: <Day on={item.keptFrom} /> },
          { label: say('until'), value: until ? <Day on={until} /> : say('purposeEnds') },
          { label: say('destruction'), value: item.destruction },
          {
            label: say('retired'),
            value: item.retiredAt && (
              <>
                <Instant at={item.retiredAt} /> {item.retireReason}
              </>
            ),
          },
        ].filter(({ value }) => value)}
      />
      <Stack gap={1}>
        <span className="st-strong">{say('history')}</span>
        {item.statements.map((stated) => (
          <span key={stated.id}>
            <Instant at={stated.statedAt} /> ·{' '}
            {[stated.statedBy?.name, stated.name, stated.place, stated.keeper?.name]
              .filter(Boolean)
              .join(' · ')}
          </span>
        ))}
      </Stack>
      {mayKeep && item.retiredAt === null && (
        <Inline gap={2}>
          <Button type="primary" onClick={() => setAsked('amend')}>
            {say('amend')}
          </Button>
          <Button danger onClick={() => setAsked('retire')}>
            {say('retire')}
          </Button>
        </Inline>
      )}
    </Stack>
  )
}

function RetireForm({ item, onReload, onClose }: ItemSheetProps) {
  const say = useMessages(texts)
  const notify = useNotify()
  const check = useCheckInput()
  const retire = useFreshAct(RetireInformationItem, onReload)
  return (
    <Form<{ readonly reason?: string }>
      label={say('retire')}
      verb={say('retire')}
      initial={{}}
      onCancel={onClose}
      check={(values) => check(INFORMATION_ITEM_INPUTS.retire, { ...values, expectedVersion: item.version })}
      onSubmit={async ({ reason = '' }) => {
        const { refused } = await retire({
          informationItemId: item.id,
          expectedVersion: item.version,
          reason,
        })
        if (refused) return refused
        notify.done(say('gone', { name: item.name }))
        onClose()
        await onReload()
        return undefined
      }}
    >
      <Field name="reason" label={say('reason')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Field>
    </Form>
  )
}
