import { BREACH_INPUTS } from '@steward/domain'
import { Alert, Field, Form, Input, Stack, useNotify, useUi } from '@steward/ui'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useAct } from '../acts/use-act.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { PersonSelect } from '../people/person-select.tsx'
import { usePortalPath } from '../routing/routes.tsx'
import { useToday } from '../session/use-today.ts'
import { useViewer } from '../session/viewer.tsx'
import { RecordInformationBreach } from './inventory-mutations.ts'

const texts = messages({
  record: { zh: '记录违规', en: 'Record a breach' },
  hint: {
    zh: '只写事实，不写客户姓名；当事人会收到通知并可陈述。记录保存，不能撤销。',
    en: 'Facts only, no names of clients. The person is told and may make a statement. It is kept and not taken back.',
  },
  who: { zh: '当事人', en: 'Whose breach' },
  on: { zh: '哪天', en: 'When' },
  what: { zh: '查阅了什么、怎样查阅的', en: 'What was read, and how' },
  evidence: { zh: '依据', en: 'What shows it' },
  done: { zh: '{{number}} 已记录', en: '{{number}} is on record' },
})

interface Values {
  readonly staffId?: string
  readonly happenedOn: string
  readonly what?: string
  readonly evidence?: string
}

interface RecordBreachFormProps {
  readonly departmentId: string
  readonly itemId?: string | undefined
  readonly checkId?: string | undefined
  readonly onClose: () => void
}

/** Unauthorised reading that was found. */
export function RecordBreachForm({ departmentId, itemId, checkId, onClose }: RecordBreachFormProps) {
  const say = useMessages(texts)
  const notify = useNotify()
  const check = useCheckInput()
  const today = useToday()
  const path = usePortalPath()
  const { routing } = useUi()
  const { staff } = useViewer()
  const record = useAct(RecordInformationBreach)
  return (
    <Form<Values>
      label={say('record')}
      verb={say('record')}
      initial={{ happenedOn: today }}
      onCancel={onClose}
      check={({ happenedOn, what, evidence }) =>
        check(BREACH_INPUTS.record.pick({ happenedOn: true, what: true, evidence: true }), {
          happenedOn,
          what,
          evidence,
        })
      }
      onSubmit={async ({ staffId = '', happenedOn, what = '', evidence = '' }) => {
        const { done, refused } = await record({
          departmentId,
          staffId,
          happenedOn,
          what,
          evidence,
          ...(itemId ? { itemId } : {}),
          ...(checkId ? { checkId } : {}),
        })
        if (!done) return refused
        notify.done(say('done', { number: done.number }))
        routing.go(path(`breaches/${done.id}`))
        return undefined
      }}
    >
      <Stack gap={3}>
        <Alert type="info" showIcon title={say('hint')} />
        <Field name="staffId" label={say('who')} required>
          <PersonSelect except={staff.id} withGone />
        </Field>
        <Field name="happenedOn" label={say('on')} required>
          <Input type="date" />
        </Field>
        <Field name="what" label={say('what')} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Field>
        <Field name="evidence" label={say('evidence')} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Field>
      </Stack>
    </Form>
  )
}
