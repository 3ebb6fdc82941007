import {
  INFORMATION_CLASS_LABELS,
  INFORMATION_CLASSES,
  INFORMATION_ITEM_INPUTS,
  INFORMATION_KIND_LABELS,
  INFORMATION_KINDS,
  INFORMATION_MEDIA,
  INFORMATION_MEDIUM_LABELS,
  type InformationClass,
  type InformationKind,
  type InformationMedium,
} from '@steward/domain'
import type { InventoryItemFragment } from '@steward/graphql-client'
import { Choice, Field, Form, Input, InputNumber, Select, Stack, useNotify } from '@steward/ui'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { PersonSelect } from '../people/person-select.tsx'
import { useToday } from '../session/use-today.ts'
import { useViewer } from '../session/viewer.tsx'
import { AmendInformationItem, EnterInformationItem } from './inventory-mutations.ts'

const texts = messages({
  enter: { zh: '登记一项', en: 'Enter an item' },
  amend: { zh: '修改', en: 'Amend' },
  name: { zh: '名称', en: 'What it is' },
  nameHint: {
    zh: '例如“装修押金登记表”；不要写客户姓名',
    en: 'Such as “deposit register”; no names of clients',
  },
  kind: { zh: '信息种类', en: 'Kind of information' },
  medium: { zh: '载体', en: 'Medium' },
  class: { zh: '级别', en: 'Class' },
  place: { zh: '存放处', en: 'Where it is kept' },
  placeHint: { zh: '哪个柜子、哪台电脑、哪个系统', en: 'Which cabinet, which computer, which system' },
  keeper: { zh: '保管人', en: 'Keeper' },
  purpose: { zh: '用途', en: 'What for' },
  from: { zh: '自哪天起保管', en: 'Kept since' },
  months: { zh: '保管几个月', en: 'Kept for so many months' },
  monthsHint: { zh: '空着：用途结束为止', en: 'Empty: as long as its purpose lasts' },
  destruction: { zh: '到期怎样销毁', en: 'How it is destroyed then' },
  done: { zh: '“{{name}}”已登记', en: '“{{name}}” is on the inventory' },
})

interface Values {
  readonly kind: InformationKind
  readonly name?: string
  readonly medium: InformationMedium
  readonly place?: string
  readonly keeperId?: string
  readonly purpose?: string
  readonly class: InformationClass
  readonly keptFrom: string
  readonly keepMonths?: number | null
  readonly destruction?: string
}

interface ItemFormProps {
  readonly departmentId: string
  /** Undefined: a new one. */
  readonly item?: InventoryItemFragment | undefined
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** One thing that the department keeps. */
export function ItemForm({ departmentId, item, onReload, onClose }: ItemFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const today = useToday()
  const { staff } = useViewer()
  const enter = useFreshAct(EnterInformationItem, onReload)
  const amend = useFreshAct(AmendInformationItem, onReload)
  const isOurs = staff.department?.id === departmentId
  const inputOf = ({
    keepMonths,
    name = '',
    place = '',
    keeperId = '',
    purpose = '',
    destruction = '',
    ...rest
  }: Values) => ({
    ...rest,
    name,
    place,
    keeperId,
    purpose,
    destruction,
    ...(keepMonths ? { keepMonths } : {}),
  })
  const options = <K extends string>(
    keys: readonly K[],
    labels: Readonly<Record<K, { zh: string; en: string }>>,
  ) => keys.map((value) => ({ value, label: sayWord(labels[value]) }))
  return (
    <Form<Values>
      label={say(item ? 'amend' : 'enter')}
      verb={say(item ? 'amend' : 'enter')}
      initial={
        item
          ? { ...item, keeperId: item.keeper?.id ?? '' }
          : {
              kind: 'ARCHIVE',
              medium: 'PAPER',
              class: 'PERSONAL',
              keptFrom: today,
              ...(isOurs ? { keeperId: staff.id } : {}),
            }
      }
      onCancel={onClose}
      check={(values) => {
        const { keeperId: _, ...stated } = inputOf(values)
        return check(INFORMATION_ITEM_INPUTS.enter.omit({ departmentId: true, keeperId: true }), stated)
      }}
      onSubmit={async (values) => {
        const {
          kind,
          medium,
          class: of,
          keptFrom,
          name,
          place,
          keeperId,
          purpose,
          destruction,
          keepMonths,
        } = inputOf(values)
        const stated = {
          kind,
          medium,
          class: of,
          keptFrom,
          name,
          place,
          keeperId,
          purpose,
          destruction,
          ...(keepMonths ? { keepMonths } : {}),
        }
        const { refused } = item
          ? await amend({ ...stated, informationItemId: item.id, expectedVersion: item.version })
          : await enter({ ...stated, departmentId })
        if (refused) return refused
        notify.done(say('done', { name }))
        onClose()
        await onReload()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Field name="name" label={say('name')} hint={say('nameHint')} required>
          <Input maxLength={120} />
        </Field>
        <Field name="kind" label={say('kind')} required>
          <Select options={options(INFORMATION_KINDS, INFORMATION_KIND_LABELS)} />
        </Field>
        <Field name="medium" label={say('medium')} required>
          <Choice options={options(INFORMATION_MEDIA, INFORMATION_MEDIUM_LABELS)} />
        </Field>
        <Field name="class" label={say('class')} required>
          <Choice options={options(INFORMATION_CLASSES, INFORMATION_CLASS_LABELS)} />
        </Field>
        <Field name="place" label={say('place')} hint={say('placeHint')} required>
          <Input maxLength={120} />
        </Field>
        <Field name="keeperId" label={say('keeper')} required>
          <PersonSelect department={departmentId} />
        </Field>
        <Field name="purpose" label={say('purpose')} required>
          <Input maxLength={300} />
        </Field>
        <Field name="keptFrom" label={say('from')} required>
          <Input type="date" />
        </Field>
        <Field name="keepMonths" label={say('months')} hint={say('monthsHint')}>
          <InputNumber<number> min={1} max={600} precision={0} />
        </Field>
        <Field name="destruction" label={say('destruction')} required>
          <Input maxLength={200} />
        </Field>
      </Stack>
    </Form>
  )
}
