import { COMPLAINT_ACTION_LABELS, COMPLAINT_INPUTS } from '@steward/domain'
import { graphql, type SiteCaseVerbsFragment } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useDraft, useMessages, useSay } from '@steward/portal'
import { Field, Form, Input } from '@steward/ui'
import { useSettle } from '../use-settle.ts'

const SiteContainComplaint = graphql(/* GraphQL */ `
  mutation SiteContainComplaint($input: ContainComplaintInput!) {
    containComplaint(input: $input) {
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
  containment: { zh: '当场做了什么', en: 'What was done on the spot' },
  hint: {
    zh: '例如：关闭 3 楼水阀，清扫积水，摆放警示牌。',
    en: 'For example: valve on floor 3 closed, water swept up, warning signs put out.',
  },
  done: { zh: '应急处置已登记', en: 'Recorded' },
})

interface Values {
  readonly containment: string
}

export interface CaseFormProps {
  readonly complaint: SiteCaseVerbsFragment
  readonly onDone: () => void
}

/** What was done at once to stop the damage; a later entry replaces the earlier one, so that one is there to go on from. */
export function ContainForm({ complaint, onDone }: CaseFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const settle = useSettle()
  const contain = useAct(SiteContainComplaint)
  const draft = useDraft<Values>(`contain.${complaint.id}`)
  const stated = { complaintId: complaint.id, expectedVersion: complaint.version }
  return (
    <Form<Values>
      label={sayWord(COMPLAINT_ACTION_LABELS.contain)}
      verb={sayWord(COMPLAINT_ACTION_LABELS.contain)}
      initial={draft.found ?? (complaint.containment ? { containment: complaint.containment } : {})}
      onChange={draft.keep}
      check={(values) => check(COMPLAINT_INPUTS.contain, { ...values, expectedVersion: complaint.version })}
      onSubmit={async ({ containment }) => {
        const refused = await settle(await contain({ ...stated, containment }), {
          done: say('done'),
          typed: true,
        })
        if (refused) return refused
        draft.drop()
        onDone()
        return undefined
      }}
    >
      <Field name="containment" label={say('containment')} hint={say('hint')} required>
        <Input.TextArea autoFocus autoSize={{ minRows: 4, maxRows: 10 }} size="large" maxLength={2000} />
      </Field>
    </Form>
  )
}
