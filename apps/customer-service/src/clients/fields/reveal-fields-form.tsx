import { messages, useAct, useMessages } from '@steward/portal'
import { Alert, Button, DescriptionList, Field, Form, Inline, Input, Stack } from '@steward/ui'
import { useState } from 'react'
import { RevealFieldsOfClient, useInLanguage, type FieldRow } from './field-documents.ts'
import { FieldValue } from './field-value.tsx'

const texts = messages({
  verb: { zh: '查看', en: 'Show' },
  reason: { zh: '用途', en: 'What it is needed for' },
  reasonHint: {
    zh: '查看的内容、对象、时间和用途都会记入查阅台账，由品质管理查看。',
    en: 'What, of whom, when and why goes into the ledger of reading, which quality management reads.',
  },
  shown: {
    zh: '仅在此处显示，关闭后需重新说明用途。',
    en: 'Shown here only; once closed, it takes a reason again.',
  },
  close: { zh: '看完了', en: 'Done' },
})

interface RevealFieldsProps {
  readonly clientId: string
  /** The sensitive ones under which something is kept. */
  readonly fields: readonly FieldRow[]
  readonly onClose: () => void
}

/** Shows what is sealed, for a reason, and forgets it when it is closed. */
export function RevealFieldsForm({ clientId, fields, onClose }: RevealFieldsProps) {
  const say = useMessages(texts)
  const inLanguage = useInLanguage()
  const reveal = useAct(RevealFieldsOfClient)
  const [shown, setShown] = useState<ReadonlyMap<string, string>>()
  if (shown)
    return (
      <Stack gap={4}>
        <Alert type="warning" showIcon title={say('shown')} />
        <DescriptionList
          items={fields
            .filter(({ key }) => shown.has(key))
            .map((field) => ({
              label: inLanguage(field.labelZh, field.labelEn),
              value: <FieldValue field={field} value={shown.get(field.key)!} />,
            }))}
        />
        <Inline>
          <Button type="primary" autoFocus onClick={onClose}>
            {say('close')}
          </Button>
        </Inline>
      </Stack>
    )
  return (
    <Form<{ readonly reason: string }>
      label={say('verb')}
      verb={say('verb')}
      onCancel={onClose}
      onSubmit={async ({ reason }) => {
        const { done, refused } = await reveal({ clientId, fieldIds: fields.map(({ id }) => id), reason })
        if (!done) return refused
        setShown(new Map(done.values.map(({ key, value }) => [key, value])))
        return undefined
      }}
    >
      <p className="st-strong">{fields.map((it) => inLanguage(it.labelZh, it.labelEn)).join(' · ')}</p>
      <Field name="reason" label={say('reason')} hint={say('reasonHint')} required>
        <Input maxLength={200} />
      </Field>
    </Form>
  )
}
