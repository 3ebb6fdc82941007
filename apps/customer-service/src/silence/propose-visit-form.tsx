import { SILENCE_ALERT_ACTION_LABELS, SILENCE_ALERT_INPUTS } from '@steward/domain'
import { readFragment, type SilenceAlertPageQuery } from '@steward/graphql-client'
import {
  messages,
  PersonSelect,
  useCheckInput,
  useFreshAct,
  useMessages,
  useSay,
  useToday,
  useViewer,
} from '@steward/portal'
import { Field, Form, Input, useNotify } from '@steward/ui'
import { ProposeVisitSilenceAlert, SilenceAlertLine } from './silence-documents.ts'

const texts = messages({
  visitor: { zh: '由谁走访', en: 'Who goes' },
  visitorHint: {
    zh: '选别人时，对方会收到通知并认领；默认是您自己',
    en: 'Somebody else is told, and takes it on; it is you unless you say otherwise',
  },
  visitOn: { zh: '哪天之前', en: 'By which day' },
  proposed: { zh: '走访已安排', en: 'The visit is proposed' },
})

interface Proposed {
  readonly visitorId?: string
  readonly visitOn?: string
}

interface ProposeVisitFormProps {
  readonly alert: NonNullable<SilenceAlertPageQuery['silenceAlert']>
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** Who goes and sees a silent client, and by when: oneself, or a colleague who answers for them. */
export function ProposeVisitForm({ alert, onReload, onClose }: ProposeVisitFormProps) {
  const say = useMessages(texts)
  const label = useSay()(SILENCE_ALERT_ACTION_LABELS.proposeVisit)
  const check = useCheckInput()
  const notify = useNotify()
  const today = useToday()
  const { staff } = useViewer()
  const act = useFreshAct(ProposeVisitSilenceAlert, onReload)
  const { visitor, visitBy } = readFragment(SilenceAlertLine, alert)
  const step = { alertId: alert.id, expectedVersion: alert.version }
  return (
    <Form<Proposed>
      label={label}
      verb={label}
      initial={{ visitorId: visitor?.id ?? staff.id, visitOn: visitBy < today ? today : visitBy }}
      onCancel={onClose}
      check={(values) => check(SILENCE_ALERT_INPUTS.proposeVisit, { ...values, ...step })}
      onSubmit={async ({ visitorId = '', visitOn = '' }) => {
        const { refused } = await act({ ...step, visitorId, visitOn })
        if (refused) return refused
        await onReload()
        notify.done(say('proposed'))
        onClose()
        return undefined
      }}
    >
      <Field name="visitorId" label={say('visitor')} hint={say('visitorHint')} required>
        <PersonSelect />
      </Field>
      <Field name="visitOn" label={say('visitOn')} required>
        <Input type="date" min={today} />
      </Field>
    </Form>
  )
}
