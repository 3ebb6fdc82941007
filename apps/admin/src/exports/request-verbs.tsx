import { EXPORT_ACTION_LABELS, EXPORT_INPUTS, type ExportAction } from '@steward/domain'
import type { ExportRequestAction } from '@steward/graphql-client'
import { messages, useCheckInput, useFreshAct, useMessages, useOpenedSigning, useSay } from '@steward/portal'
import {
  Alert,
  Button,
  Field,
  Form,
  Input,
  MenuButton,
  MoreIcon,
  PrintIcon,
  Sheet,
  SignOffIcon,
  Stack,
  useNotify,
} from '@steward/ui'
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
  more: { zh: '更多操作', en: 'More' },
  note: { zh: '意见', en: 'Remark' },
  why: { zh: '原因', en: 'Reason' },
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
  const { asked, open, close, done } = useOpenedSigning<Asked>(STEPS)
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
  const rest = (['reject', 'withdraw'] as const).filter((it) => can.includes(it))
  return (
    <>
      {STEPS.filter((it) => can.includes(it) && request.awaitsMe).map((step) => (
        <Button key={step} type="primary" icon={<SignOffIcon aria-hidden />} onClick={() => open(step)}>
          {sayWord(EXPORT_ACTION_LABELS[step])}
        </Button>
      ))}
      {can.includes('produce') && (
        <Button type="primary" icon={<PrintIcon aria-hidden />} loading={busy} onClick={() => void make()}>
          {sayWord(EXPORT_ACTION_LABELS.produce)}
        </Button>
      )}
      {rest.length > 0 && (
        <MenuButton
          label={say('more')}
          icon={<MoreIcon aria-hidden />}
          outlined
          groups={[
            {
              choices: rest.map((key) => ({
                key,
                label: sayWord(EXPORT_ACTION_LABELS[key]),
                danger: true,
                onChoose: () => open(key),
              })),
            },
          ]}
        />
      )}
      <Sheet
        open={asked !== undefined}
        title={asked ? `${sayWord(EXPORT_ACTION_LABELS[asked])} ${request.number}` : ''}
        onClose={close}
      >
        {asked && (
          <VerbForm
            key={asked}
            verb={asked}
            request={request}
            onReload={onReload}
            onCancel={close}
            onDone={async () => {
              notify.done(say(DONE[asked]))
              await onReload()
              done()
            }}
          />
        )}
      </Sheet>
    </>
  )
}

interface Values {
  readonly note?: string | null
  readonly reason?: string | null
}

function VerbForm(
  props: RequestVerbsProps & { verb: Asked; onCancel: () => void; onDone: () => Promise<void> },
) {
  const { verb, request, onReload, onCancel, onDone } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const acts = {
    review: useFreshAct(ReviewExportRequest, onReload),
    approve: useFreshAct(ApproveExportRequest, onReload),
    reject: useFreshAct(RejectExportRequest, onReload),
    withdraw: useFreshAct(WithdrawExportRequest, onReload),
  }
  const step = { exportRequestId: request.id, expectedVersion: request.version }
  const ends = verb === 'reject' || verb === 'withdraw'
  const send = ({ note, reason }: Values) => {
    if (verb === 'reject') return acts.reject({ ...step, reason: reason ?? '' })
    if (verb === 'withdraw') return acts.withdraw({ ...step, ...(reason ? { reason } : {}) })
    return acts[verb]({ ...step, ...(note ? { note } : {}) })
  }
  return (
    <Form<Values>
      label={sayWord(EXPORT_ACTION_LABELS[verb])}
      verb={sayWord(EXPORT_ACTION_LABELS[verb])}
      onCancel={onCancel}
      check={(values) => check(EXPORT_INPUTS[verb], { ...values, expectedVersion: request.version })}
      onSubmit={async (values) => {
        const { refused } = await send(values)
        if (refused) return refused
        await onDone()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Alert type={ends ? 'warning' : 'info'} showIcon title={say(verb)} />
        <Field
          name={ends ? 'reason' : 'note'}
          label={say(ends ? 'why' : 'note')}
          required={verb === 'reject'}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
        </Field>
      </Stack>
    </Form>
  )
}
