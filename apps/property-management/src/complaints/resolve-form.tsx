import { CAUSE_LABELS, CAUSES, COMPLAINT_ACTION_LABELS, COMPLAINT_INPUTS } from '@steward/domain'
import { graphql, type ComplaintCause } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useDraft, useMessages, useSay } from '@steward/portal'
import { Field, Form, Input, Select } from '@steward/ui'
import { useSettle } from '../use-settle.ts'
import type { CaseFormProps } from './contain-form.tsx'

const SiteResolveComplaint = graphql(/* GraphQL */ `
  mutation SiteResolveComplaint($input: ResolveComplaintInput!) {
    resolveComplaint(input: $input) {
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
  outcome: { zh: '办理结果', en: 'What was done' },
  cause: { zh: '原因', en: 'Where it comes from' },
  causeNote: { zh: '原因说明', en: 'Why it happened' },
  preventionNote: { zh: '预防再发的措施', en: 'What prevents a recurrence' },
  done: { zh: '已办结', en: 'Resolved' },
})

interface Values {
  readonly outcome: string
  readonly cause?: ComplaintCause | null
  readonly causeNote?: string | null
  readonly preventionNote?: string | null
}

/** States what was done; the return visit is somebody else's. */
export function ResolveForm({ complaint, onDone }: CaseFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const settle = useSettle()
  const resolve = useAct(SiteResolveComplaint)
  const draft = useDraft<Values>(`resolve.${complaint.id}`)
  const { cause, causeNote, preventionNote, version, track } = complaint
  return (
    <Form<Values>
      label={sayWord(COMPLAINT_ACTION_LABELS.resolve)}
      verb={sayWord(COMPLAINT_ACTION_LABELS.resolve)}
      initial={{ cause, causeNote, preventionNote, ...draft.found }}
      onChange={draft.keep}
      check={(values) => check(COMPLAINT_INPUTS.resolve, { ...values, expectedVersion: version })}
      onSubmit={async (values) => {
        const outcome = await resolve({ ...values, complaintId: complaint.id, expectedVersion: version })
        const refused = await settle(outcome, { done: say('done'), typed: true })
        if (refused) return refused
        draft.drop()
        onDone()
        return undefined
      }}
    >
      <Field name="outcome" label={say('outcome')} required>
        <Input.TextArea autoFocus autoSize={{ minRows: 4, maxRows: 10 }} size="large" maxLength={2000} />
      </Field>
      <Field name="cause" label={say('cause')}>
        <Select
          allowClear
          size="large"
          options={CAUSES.map((value) => ({ value, label: sayWord(CAUSE_LABELS[value]) }))}
        />
      </Field>
      {track === 'FORMAL' && (
        <>
          <Field name="causeNote" label={say('causeNote')}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
          </Field>
          <Field name="preventionNote" label={say('preventionNote')}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
          </Field>
        </>
      )}
    </Form>
  )
}
