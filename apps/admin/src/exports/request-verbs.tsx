import { EXPORT_ACTION_LABELS, EXPORT_INPUTS, type ExportAction } from '@steward/domain'
import type { ExportRequestAction } from '@steward/graphql-client'
import {
  messages,
  SignedVerbForm,
  SignedVerbs,
  useCheckInput,
  useFreshAct,
  useMessages,
  useSay,
  type OpenedVerb,
} from '@steward/portal'
import { Button, PrintIcon, useNotify } from '@steward/ui'
import { useState } from 'react'
import type { RequestInFull } from './export-documents.ts'
import {
  ApproveExportRequest,
  ProduceExportRequest,
  RejectExportRequest,
  ReviewExportRequest,
  WithdrawExportRequest,
} from './export-mutations.ts'

const texts = messages({
  review: {
    zh: '您签署：用途正当，范围与信息项没有超出所需。',
    en: 'You sign that the purpose is sound and no more is asked for than it needs.',
  },
  approve: {
    zh: '批准即签署：只此名单、只此信息项、只此份数和期限可以离开档案。',
    en: 'You sign that exactly these clients, data, copies and days may leave the archive.',
  },
  reject: {
    zh: '驳回也要签署；需要时由申请人重新申请。',
    en: 'A rejection is signed too; who needs it asks anew.',
  },
  withdraw: {
    zh: '撤回后不再审批，也不能制作副本。',
    en: 'It is not signed any more, and no copy is made of it.',
  },
  reviewed: { zh: '已审核', en: 'Reviewed' },
  approved: { zh: '已批准', en: 'Approved' },
  rejected: { zh: '已驳回', en: 'Rejected' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  produced: { zh: '正在制作，完成后会通知您', en: 'Being produced; you are told when it is done' },
})

const NAMES: Readonly<Record<ExportRequestAction, ExportAction>> = {
  SUBMIT: 'submit',
  REVIEW: 'review',
  APPROVE: 'approve',
  REJECT: 'reject',
  WITHDRAW: 'withdraw',
  PRODUCE: 'produce',
}
const STEPS = ['review', 'approve'] as const
type Asked = 'review' | 'approve' | 'reject' | 'withdraw'
const DONE = { review: 'reviewed', approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const

interface RequestVerbsProps {
  readonly request: RequestInFull
  readonly onReload: () => Promise<unknown>
}

/** What the viewer can do with a request now. */
export function RequestVerbs({ request, onReload }: RequestVerbsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const produce = useFreshAct(ProduceExportRequest, onReload)
  const [busy, setBusy] = useState(false)
  const can = request.availableActions.map((it) => NAMES[it])
  const make = async () => {
    setBusy(true)
    const { refused } = await produce({ exportRequestId: request.id, expectedVersion: request.version })
    setBusy(false)
    if (refused) return notify.failed(refused.message ?? '')
    notify.done(say('produced'))
    await onReload()
  }
  return (
    <SignedVerbs<Asked>
      labels={EXPORT_ACTION_LABELS}
      number={request.number}
      signing={STEPS}
      steps={STEPS.filter((it) => can.includes(it) && request.awaitsMe)}
      rest={(['reject', 'withdraw'] as const).filter((it) => can.includes(it))}
      after={
        can.includes('produce') && (
          <Button type="primary" icon={<PrintIcon aria-hidden />} loading={busy} onClick={() => void make()}>
            {sayWord(EXPORT_ACTION_LABELS.produce)}
          </Button>
        )
      }
      onReload={onReload}
      renderForm={(verb, opened) => (
        <VerbForm verb={verb} request={request} onReload={onReload} opened={opened} />
      )}
    />
  )
}

interface Values {
  readonly note?: string | null
  readonly reason?: string | null
}

function VerbForm(props: RequestVerbsProps & { verb: Asked; opened: OpenedVerb }) {
  const { verb, request, onReload, opened } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const acts = {
    review: useFreshAct(ReviewExportRequest, onReload),
    approve: useFreshAct(ApproveExportRequest, onReload),
    reject: useFreshAct(RejectExportRequest, onReload),
    withdraw: useFreshAct(WithdrawExportRequest, onReload),
  }
  const step = { exportRequestId: request.id, expectedVersion: request.version }
  const send = ({ note, reason }: Values) => {
    if (verb === 'reject') return acts.reject({ ...step, reason: reason ?? '' })
    if (verb === 'withdraw') return acts.withdraw({ ...step, ...(reason ? { reason } : {}) })
    return acts[verb]({ ...step, ...(note ? { note } : {}) })
  }
  return (
    <SignedVerbForm<Values>
      label={sayWord(EXPORT_ACTION_LABELS[verb])}
      meaning={say(verb)}
      asks={verb === 'reject' || verb === 'withdraw' ? 'reason' : 'note'}
      required={verb === 'reject'}
      check={(values) => check(EXPORT_INPUTS[verb], { ...values, expectedVersion: request.version })}
      send={send}
      onCancel={opened.onCancel}
      onDone={() => {
        notify.done(say(DONE[verb]))
        return opened.onDone()
      }}
    />
  )
}
