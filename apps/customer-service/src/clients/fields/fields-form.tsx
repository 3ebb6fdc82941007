import { checkFieldValue, say as inWords } from '@steward/domain'
import { messages, useFreshAct, useMessages } from '@steward/portal'
import { Form, useNotify, useUi } from '@steward/ui'
import type { ArchiveSurroundings } from '../page/use-archive-act.ts'
import { factsOf, SetFieldsOfClient, type FieldRow } from './field-documents.ts'
import { FieldInput } from './field-input.tsx'

const texts = messages({
  title: { zh: '更多资料', en: 'More about them' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  sealed: {
    zh: '已有登记，加密保存；要更换才填写。',
    en: 'Something is kept, sealed; fill it in to replace it.',
  },
  willSeal: { zh: '将加密保存。', en: 'Will be kept sealed.' },
})

export interface KeptValue {
  /** Undefined: kept sealed. */
  readonly value: string | undefined
  readonly version: number
}

interface Values {
  readonly values?: Readonly<Record<string, string | undefined>>
}

interface FieldsFormProps extends ArchiveSurroundings {
  readonly clientId: string
  readonly fields: readonly FieldRow[]
  /** By key of the field. */
  readonly kept: ReadonlyMap<string, KeptValue>
}

/** All lines of one kind of client. What was not touched is not sent, what is sealed is replaced only. */
export function FieldsForm({ clientId, fields, kept, onReload, onClose }: FieldsFormProps) {
  const say = useMessages(texts)
  const notify = useNotify()
  const { locale } = useUi()
  const set = useFreshAct(SetFieldsOfClient, onReload)
  const isSealed = ({ key }: FieldRow) => kept.has(key) && kept.get(key)!.value === undefined
  const initial = Object.fromEntries(fields.map(({ key }) => [key, kept.get(key)?.value ?? '']))
  const changed = (values: Values) =>
    fields.filter(({ key }) => (values.values?.[key] ?? '').trim() !== (initial[key] ?? ''))
  return (
    <Form<Values>
      label={say('title')}
      verb={say('save')}
      initial={{ values: initial }}
      wide
      onCancel={onClose}
      check={(values) =>
        Object.fromEntries(
          fields.flatMap((field) => {
            const stated = values.values?.[field.key]
            if (isSealed(field) && !stated) return []
            const checked = checkFieldValue(factsOf(field), stated)
            return checked.ok
              ? []
              : [[checked.error.path, inWords(checked.error.message, locale === 'en' ? 'en' : 'zh-CN')]]
          }),
        )
      }
      onSubmit={async (values) => {
        const stated = changed(values).map(({ id, key }) => ({
          fieldId: id,
          value: values.values?.[key] ?? '',
          expectedVersion: kept.get(key)?.version ?? 0,
        }))
        if (stated.length === 0) return onClose() as undefined
        const { refused } = await set({ clientId, values: stated })
        if (refused) return refused
        await onReload()
        notify.done(say('saved'))
        onClose()
        return undefined
      }}
    >
      {fields.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          isSealed={isSealed(field)}
          hint={field.class === 'SENSITIVE' ? say(isSealed(field) ? 'sealed' : 'willSeal') : undefined}
        />
      ))}
    </Form>
  )
}
