import { useQuery } from '@apollo/client/react'
import {
  PROOFS_OF_REQUESTER,
  refusalsFor,
  SUBJECT_PROOF_LABELS,
  SUBJECT_REFUSAL_RULES,
  SUBJECT_REQUEST_ACTION_LABELS,
  SUBJECT_REQUEST_INPUTS,
  type SubjectProof,
  type SubjectRefusal,
  type SubjectRequestAction,
} from '@steward/domain'
import { readFragment, type SubjectRequestPageQuery } from '@steward/graphql-client'
import { Alert, Field, Form, HeaderActions, Input, Select, Sheet, Stack, useNotify } from '@steward/ui'
import { useState } from 'react'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { ErasurePreview, SubjectRequestLine } from './subject-request-documents.ts'
import {
  AnswerSubjectRequest,
  EraseSubjectRequest,
  PrepareCopySubjectRequest,
  RefuseSubjectRequest,
  VerifySubjectRequest,
  WithdrawSubjectRequest,
} from './subject-request-mutations.ts'

const texts = messages({
  verify: {
    zh: '核对原件后登记看了什么；不要抄录证件号码。核实的人不能自己答复。',
    en: 'Say what you have seen, without numbers of documents. Whoever proves it does not answer.',
  },
  answer: {
    zh: '请先在档案里办完，再登记做了什么、怎样告知的。',
    en: 'Do what is asked first; then say what was done and how they were told.',
  },
  prepareCopy: {
    zh: '您签署一份公司外使用申请：此人的全部个人信息，制作 PDF 与 JSON 各一份；由总经理批准后制作、交本人签收。其中不含家庭成员、联系人和员工姓名。',
    en: 'You sign a request for use outside the company: all that is held about this person, as PDF and as JSON. The general manager approves it; the person signs for it. Nobody else is in it.',
  },
  erase: {
    zh: '您签署销毁记录（编制）；监销的主管经理再签一次，系统即删除此人的全部资料并销毁密钥，无法恢复。',
    en: 'You sign the destruction record. Once the supervising manager has signed, too, all that tells of this person is erased with its key, for good.',
  },
  refuse: {
    zh: '拒绝须有法定理由，并用对方看得懂的话说明；对方可以向法院起诉。',
    en: 'A refusal needs a reason of the law, in words that they understand; they may go to court.',
  },
  withdraw: { zh: '由请求人自己撤回；登记怎样说的。', en: 'Whoever asked takes it back: say how.' },
  proof: { zh: '核实方式', en: 'How it was proven' },
  seen: { zh: '核对情况', en: 'What was seen' },
  reason: { zh: '拒绝理由', en: 'Reason' },
  reasonOfLaw: { zh: '{{reason}}（{{article}}）', en: '{{reason}} ({{article}})' },
  told: { zh: '告知内容', en: 'What they are told' },
  done: { zh: '已登记', en: 'Done' },
})

type Verb = Exclude<SubjectRequestAction, 'register'>
type Request = NonNullable<SubjectRequestPageQuery['subjectRequest']>
const NAMES = {
  VERIFY: 'verify',
  ANSWER: 'answer',
  PREPARE_COPY: 'prepareCopy',
  ERASE: 'erase',
  REFUSE: 'refuse',
  WITHDRAW: 'withdraw',
} as const
const FIRST: readonly Verb[] = ['verify', 'prepareCopy', 'answer', 'erase']

interface SubjectRequestVerbsProps {
  readonly request: Request
  readonly onReload: () => Promise<unknown>
}

/** What the viewer can do with a request now. */
export function SubjectRequestVerbs({ request, onReload }: SubjectRequestVerbsProps) {
  const sayWord = useSay()
  const [asked, setAsked] = useState<Verb>()
  const isBeingSigned = request.erasure?.status === 'IN_SIGNING'
  const copy = request.exportRequest?.status
  const isOnItsWay = copy !== undefined && copy !== 'REJECTED' && copy !== 'WITHDRAWN'
  // What is in the way stands on the page; until it is settled a signature would be refused.
  const mayErase = request.availableActions.includes('ERASE') && !isBeingSigned
  const { data } = useQuery(ErasurePreview, {
    variables: { subjectRequestId: request.id },
    skip: !mayErase,
    fetchPolicy: 'cache-and-network',
  })
  const isBlocked = data === undefined || data.erasurePreview.blocks.length > 0
  const can = request.availableActions.flatMap((it) =>
    it === 'REGISTER' || (it === 'ERASE' && (!mayErase || isBlocked)) || (it === 'PREPARE_COPY' && isOnItsWay)
      ? []
      : [NAMES[it]],
  )
  const [first] = FIRST.filter((it) => can.includes(it))
  const choice = (key: Verb) => ({
    key,
    label: sayWord(SUBJECT_REQUEST_ACTION_LABELS[key]),
    danger: key === 'refuse' || key === 'erase',
    onChoose: () => setAsked(key),
  })
  return (
    <>
      <HeaderActions
        first={first && choice(first)}
        usual={can.filter((it) => it !== first && FIRST.includes(it)).map(choice)}
        seldom={(['refuse', 'withdraw'] as const).filter((it) => can.includes(it)).map(choice)}
      />
      <Sheet
        open={asked !== undefined}
        title={asked ? sayWord(SUBJECT_REQUEST_ACTION_LABELS[asked]) : ''}
        onClose={() => setAsked(undefined)}
      >
        {asked && (
          <VerbForm
            key={asked}
            verb={asked}
            request={request}
            onReload={onReload}
            onClose={() => setAsked(undefined)}
          />
        )}
      </Sheet>
    </>
  )
}

interface Values {
  readonly proof?: SubjectProof
  readonly proofNote?: string
  readonly refusal?: SubjectRefusal
  readonly answer?: string
}

interface VerbFormProps extends SubjectRequestVerbsProps {
  readonly verb: Verb
  readonly onClose: () => void
}

function VerbForm({ verb, request, onReload, onClose }: VerbFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const notify = useNotify()
  const acts = {
    verify: useFreshAct(VerifySubjectRequest, onReload),
    answer: useFreshAct(AnswerSubjectRequest, onReload),
    prepareCopy: useFreshAct(PrepareCopySubjectRequest, onReload),
    erase: useFreshAct(EraseSubjectRequest, onReload),
    refuse: useFreshAct(RefuseSubjectRequest, onReload),
    withdraw: useFreshAct(WithdrawSubjectRequest, onReload),
  }
  const line = readFragment(SubjectRequestLine, request)
  const step = { subjectRequestId: request.id, expectedVersion: request.version }
  const proofs = PROOFS_OF_REQUESTER[line.askedBy]
  const send = ({ proof = 'IN_PERSON', proofNote = '', refusal, answer = '' }: Values) => {
    if (verb === 'verify') return acts.verify({ ...step, proof, proofNote })
    if (verb === 'erase' || verb === 'prepareCopy') return acts[verb](step)
    if (verb === 'refuse') return acts.refuse({ ...step, answer, refusal: refusal ?? 'IDENTITY_NOT_PROVEN' })
    return acts[verb]({ ...step, answer })
  }
  const label = sayWord(SUBJECT_REQUEST_ACTION_LABELS[verb])
  return (
    <Form<Values>
      label={label}
      verb={label}
      initial={proofs.length === 1 ? { proof: proofs[0]! } : {}}
      onCancel={onClose}
      check={(values) => check(SUBJECT_REQUEST_INPUTS[verb], { ...values, expectedVersion: request.version })}
      onSubmit={async (values) => {
        const { refused } = await send(values)
        if (refused) return refused
        await onReload()
        notify.done(say('done'))
        onClose()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Alert type={verb === 'refuse' || verb === 'erase' ? 'warning' : 'info'} showIcon title={say(verb)} />
        {verb === 'verify' && (
          <Field name="proof" label={say('proof')} required>
            <Select
              options={proofs.map((value) => ({ value, label: sayWord(SUBJECT_PROOF_LABELS[value]) }))}
            />
          </Field>
        )}
        {verb === 'refuse' && (
          <Field name="refusal" label={say('reason')} required>
            <Select
              options={refusalsFor(line).map((value) => ({
                value,
                label: say('reasonOfLaw', {
                  reason: sayWord(SUBJECT_REFUSAL_RULES[value].label),
                  article: sayWord(SUBJECT_REFUSAL_RULES[value].article),
                }),
              }))}
            />
          </Field>
        )}
        {verb !== 'erase' && verb !== 'prepareCopy' && (
          <Field
            name={verb === 'verify' ? 'proofNote' : 'answer'}
            label={say(verb === 'verify' ? 'seen' : 'told')}
            required
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
          </Field>
        )}
      </Stack>
    </Form>
  )
}
