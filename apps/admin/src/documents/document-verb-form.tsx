import { DOCUMENT_ACTION_LABELS, DOCUMENT_INPUTS } from '@steward/domain'
import {
  BehalfField,
  initialBehalf,
  messages,
  sentBehalf,
  SignedVerbForm,
  useCheckInput,
  useFreshAct,
  useMessages,
  useSay,
  type OpenedVerb,
} from '@steward/portal'
import { Field, Input, useNotify } from '@steward/ui'
import {
  ApproveDocument,
  RejectDocument,
  RetireDocument,
  ReviewDocument,
  SubmitDocument,
  WithdrawDocument,
} from './document-mutations.ts'
import type { RevisionInFull } from './document-documents.ts'

const texts = messages({
  reason: { zh: '修改说明', en: 'Statement of changes' },
  reasonHint: {
    zh: '改了什么、为什么改；会印在文件上',
    en: 'What is changed and why; printed on the document',
  },
  submitMeans: {
    zh: '提交即以“编制”签署本版，内容从此不能再改；随后由规定的岗位审核、批准。',
    en: 'Submitting signs this revision as prepared, and nobody changes it from then on; those whom the policy names review and approve it.',
  },
  withdrawMeans: {
    zh: '撤回后本版不再继续；版次号不再使用，现行版本不受影响。',
    en: 'This revision goes no further and its number stays used; what is in force stays so.',
  },
  retireMeans: {
    zh: '作废是一项签署的决定：从此不得再据以办事，也不能恢复。',
    en: 'This is a signed decision: nobody goes by it from then on, and it is not taken back.',
  },
  reviewMeans: {
    zh: '审核通过即以“审核”签署：您已通读本版及其修改，认为可以提交批准。',
    en: 'You sign that you have read this revision and what it changes, and find it fit to be approved.',
  },
  approveMeans: {
    zh: '批准即以“批准”签署：本版到生效日起替代现行版本，其他人据以办事。',
    en: 'You sign its approval: from its day on it replaces what is in force, and others go by it.',
  },
  rejectMeans: {
    zh: '驳回也要签署：本版退回起草，原因留在文件上。',
    en: 'A rejection is signed too: it becomes a draft again, and the reason stays with it.',
  },
  reviewed: { zh: '{{label}} 已审核', en: '{{label}} is reviewed' },
  approved: { zh: '{{label}} 已批准', en: '{{label}} is approved' },
  rejected: { zh: '{{label}} 已驳回', en: '{{label}} is rejected' },
  submitted: { zh: '{{label}} 已提交会签', en: '{{label}} is submitted for signing' },
  withdrawn: { zh: '{{label}} 已撤回', en: '{{label}} is withdrawn' },
  retired: { zh: '{{label}} 已作废', en: '{{label}} is obsolete' },
})

export type WayToSign = RevisionInFull['signings'][number]['waysToSign'][number]

/** A verb that is asked for in a form of its own. */
export type Asked = 'submit' | 'review' | 'approve' | 'reject' | 'withdraw' | 'retire'

interface VerbFormProps extends OpenedVerb {
  readonly verb: Asked
  readonly revision: RevisionInFull
  readonly onReload: () => Promise<unknown>
  readonly ways: readonly WayToSign[]
}

interface Values {
  readonly reason?: string | null
  readonly changeReason?: string | null
  readonly note?: string | null
  readonly delegationId?: string | null
}

const DONE = {
  submit: 'submitted',
  review: 'reviewed',
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
  retire: 'retired',
} as const
const MEANS = {
  submit: 'submitMeans',
  review: 'reviewMeans',
  approve: 'approveMeans',
  reject: 'rejectMeans',
  withdraw: 'withdrawMeans',
  retire: 'retireMeans',
} as const

/** One verb of a revision: what it means, and what has to be said with it. */
export function VerbForm({ verb, revision, ways, onReload, onCancel, onDone }: VerbFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const acts = {
    submit: useFreshAct(SubmitDocument, onReload),
    review: useFreshAct(ReviewDocument, onReload),
    approve: useFreshAct(ApproveDocument, onReload),
    reject: useFreshAct(RejectDocument, onReload),
    withdraw: useFreshAct(WithdrawDocument, onReload),
    retire: useFreshAct(RetireDocument, onReload),
  }
  const isAmendment = revision.base !== null
  const isEnding = verb === 'reject' || verb === 'withdraw' || verb === 'retire'
  const isStep = verb === 'review' || verb === 'approve' || verb === 'reject'
  const step = { revisionId: revision.id, expectedVersion: revision.version }
  const send = ({ reason, changeReason, note, delegationId }: Values) => {
    const signed = { ...step, ...sentBehalf({ delegationId }) }
    if (verb === 'submit') return acts.submit({ ...step, ...(changeReason ? { changeReason } : {}) })
    if (verb === 'review') return acts.review({ ...signed, ...(note ? { note } : {}) })
    if (verb === 'approve') return acts.approve({ ...signed, ...(note ? { note } : {}) })
    if (verb === 'reject') return acts.reject({ ...signed, reason: reason ?? '' })
    if (verb === 'withdraw') return acts.withdraw({ ...step, ...(reason ? { reason } : {}) })
    return acts.retire({ ...step, reason: reason ?? '' })
  }
  return (
    <SignedVerbForm<Values>
      label={sayWord(DOCUMENT_ACTION_LABELS[verb])}
      meaning={say(MEANS[verb])}
      asks={verb === 'submit' ? undefined : isEnding ? 'reason' : 'note'}
      required={verb === 'retire' || verb === 'reject'}
      initial={{ changeReason: revision.changeReason ?? null, ...(isStep ? initialBehalf(ways) : {}) }}
      check={(values) =>
        check(DOCUMENT_INPUTS[verb], { ...sentBehalf(values), expectedVersion: revision.version })
      }
      send={send}
      onCancel={onCancel}
      onDone={() => {
        notify.done(say(DONE[verb], { label: revision.label }))
        return onDone()
      }}
      before={isStep && <BehalfField ways={ways} />}
    >
      {verb === 'submit' && isAmendment && (
        <Field name="changeReason" label={say('reason')} hint={say('reasonHint')} required>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
        </Field>
      )}
    </SignedVerbForm>
  )
}
