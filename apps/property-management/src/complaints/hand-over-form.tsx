import { COMPLAINT_ACTION_LABELS, COMPLAINT_INPUTS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import {
  messages,
  ReceiverFields,
  receiverIn,
  useAct,
  useCheckInput,
  useDraft,
  useMessages,
  useSay,
} from '@steward/portal'
import { Field, Form, Input } from '@steward/ui'
import { useSettle } from '../use-settle.ts'
import type { CaseFormProps } from './contain-form.tsx'

const SiteHandOverComplaint = graphql(/* GraphQL */ `
  mutation SiteHandOverComplaint($input: HandOverComplaintInput!) {
    handOverComplaint(input: $input) {
      ... on Complaint {
        id
        ...SiteCaseVerbs
      }
      ... on UserError {
        code
        message
        ... on SignatureRequired {
          requestIds
          why: reason
        }
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
      ... on StaleRecordError {
        changedAt
        changedBy
      }
    }
  }
`)

const texts = messages({
  note: { zh: '为何移交、进展到哪里', en: 'Why, and how far it has come' },
  hint: { zh: '对方接收之前仍由您负责。', en: 'Until they accept, you stay responsible.' },
  done: { zh: '已移交，等待接收', en: 'Handed over; it waits to be accepted' },
})

interface Values {
  readonly departmentId?: string
  readonly receiverId?: string
  readonly note: string
}

/** Whoever was told on site stays responsible until customer service, or a colleague, has accepted. */
export function HandOverForm({ complaint, onDone }: CaseFormProps) {
  const say = useMessages(texts)
  const label = useSay()(COMPLAINT_ACTION_LABELS.handOver)
  const check = useCheckInput()
  const settle = useSettle()
  const handOver = useAct(SiteHandOverComplaint)
  const draft = useDraft<Values>(`handOver.${complaint.id}`)
  const inputOf = ({ note, ...receiver }: Values) => ({
    complaintId: complaint.id,
    expectedVersion: complaint.version,
    note,
    ...receiverIn(receiver),
  })
  return (
    <Form<Values>
      label={label}
      verb={label}
      initial={draft.found ?? {}}
      onChange={draft.keep}
      check={(values) => check(COMPLAINT_INPUTS.handOver, inputOf(values))}
      onSubmit={async (values) => {
        const refused = await settle(await handOver(inputOf(values)), { done: say('done'), typed: true })
        if (refused) return refused
        draft.drop()
        onDone()
        return undefined
      }}
    >
      <ReceiverFields />
      <Field name="note" label={say('note')} hint={say('hint')} required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} size="large" maxLength={2000} />
      </Field>
    </Form>
  )
}
