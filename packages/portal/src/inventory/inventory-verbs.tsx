import {
  INFORMATION_FINDING_LABELS,
  INFORMATION_FINDINGS,
  INVENTORY_INPUTS,
  type InformationFinding,
} from '@steward/domain'
import type { InformationInventoryPageQuery } from '@steward/graphql-client'
import { Alert, Choice, Field, Form, Input, Select, Stack, useNotify } from '@steward/ui'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { CheckInformationInventory, ConfirmInformationInventory } from './inventory-mutations.ts'

const texts = messages({
  confirm: { zh: '确认清单', en: 'Confirm the inventory' },
  confirmText: {
    zh: '您确认：{{items}} 项登记和系统记录的 {{held}} 项，已与实际保管的逐项核对，账实相符。',
    en: 'You confirm that the {{items}} items entered and the {{held}} rows of the system were compared with what is kept, and are as listed.',
  },
  note: { zh: '说明', en: 'Note' },
  confirmed: { zh: '清单已确认', en: 'The inventory is confirmed' },
  check: { zh: '抽查', en: 'Spot check' },
  whole: { zh: '整份清单', en: 'The inventory as a whole' },
  what: { zh: '查哪一项', en: 'Which item' },
  finding: { zh: '结果', en: 'What was found' },
  seen: { zh: '看了什么、发现什么', en: 'What was looked at, and what was found' },
  checked: { zh: '抽查已记录', en: 'The check is on record' },
})

type Inventory = NonNullable<InformationInventoryPageQuery['informationInventory']>
interface FormProps {
  readonly inventory: Inventory
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

export function ConfirmForm(props: FormProps & { readonly items: number; readonly held: number }) {
  const { inventory, items, held, onReload, onClose } = props
  const say = useMessages(texts)
  const notify = useNotify()
  const confirm = useFreshAct(ConfirmInformationInventory, onReload)
  return (
    <Form<{ readonly note?: string }>
      label={say('confirm')}
      verb={say('confirm')}
      initial={{}}
      onCancel={onClose}
      onSubmit={async ({ note }) => {
        const step = { informationInventoryId: inventory.id, expectedVersion: inventory.version }
        const { refused } = await confirm({ ...step, ...(note ? { note } : {}) })
        if (refused) return refused
        notify.done(say('confirmed'))
        onClose()
        await onReload()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Alert type="info" showIcon title={say('confirmText', { items, held })} />
        <Field name="note" label={say('note')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
        </Field>
      </Stack>
    </Form>
  )
}

interface Checked {
  readonly itemId?: string
  readonly finding: InformationFinding
  readonly note?: string
}

interface CheckFormProps extends FormProps {
  readonly items: readonly { readonly id: string; readonly name: string }[]
  /** Unauthorised reading was found: it is put on record next. */
  readonly onBreach: (found: { readonly checkId: string; readonly itemId: string | undefined }) => void
}

export function CheckForm({ inventory, items, onReload, onClose, onBreach }: CheckFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const act = useFreshAct(CheckInformationInventory, onReload)
  return (
    <Form<Checked>
      label={say('check')}
      verb={say('check')}
      initial={{ finding: 'IN_ORDER' }}
      onCancel={onClose}
      check={({ finding, note }) => check(INVENTORY_INPUTS.check.omit({ itemId: true }), { finding, note })}
      onSubmit={async ({ itemId, finding, note = '' }) => {
        const { done, refused } = await act({
          informationInventoryId: inventory.id,
          finding,
          note,
          ...(itemId ? { itemId } : {}),
        })
        if (!done) return refused
        notify.done(say('checked'))
        await onReload()
        if (finding === 'UNAUTHORISED') onBreach({ checkId: done.id, itemId })
        else onClose()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Field name="itemId" label={say('what')}>
          <Select
            allowClear
            placeholder={say('whole')}
            options={items.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field name="finding" label={say('finding')} required>
          <Choice
            options={INFORMATION_FINDINGS.map((value) => ({
              value,
              label: sayWord(INFORMATION_FINDING_LABELS[value]),
            }))}
          />
        </Field>
        <Field name="note" label={say('seen')} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Field>
      </Stack>
    </Form>
  )
}
