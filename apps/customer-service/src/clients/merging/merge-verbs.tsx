import { useQuery } from '@apollo/client/react'
import { CLIENT_MERGE_ACTION_LABELS, CLIENT_MERGE_INPUTS, type ClientMergeAction } from '@steward/domain'
import type { ClientMergeAction as PublishedAction } from '@steward/graphql-client'
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
import { Alert, DescriptionList, Loading, useNotify } from '@steward/ui'
import { ClientMergeReversal, type MergeInFull } from './merge-documents.ts'
import {
  ApproveClientMerge,
  RejectClientMerge,
  ReverseClientMerge,
  ReviewClientMerge,
  WithdrawClientMerge,
} from './merge-mutations.ts'
import { useFieldNames } from './merge-words.tsx'

const texts = messages({
  review: {
    zh: '您签署：两份档案确为同一位客户，所选内容妥当。',
    en: 'You sign that both archives are of the same client and that the choices are sound.',
  },
  approve: {
    zh: '批准即签署并立即合并：记录转到保留的档案，并入的档案指向它。',
    en: 'You sign, and they are merged at once: records go over to the archive that stays, and the other leads to it.',
  },
  approveReversal: {
    zh: '批准即签署并立即撤销合并：转移的记录回到原来的档案。',
    en: 'You sign, and the merge is reversed at once: records that went over go back.',
  },
  reject: { zh: '驳回也要签署；什么都不改动。', en: 'A rejection is signed too; nothing changes.' },
  withdraw: { zh: '撤回后不再签核，什么都不改动。', en: 'It is not signed any more, and nothing changes.' },
  reverse: {
    zh: '撤销也要由另一人批准。转移过来、还在这里的记录回到原档案；合并之后新增的留在保留的档案。',
    en: 'Somebody else approves this, too. What went over and is still here goes back; what came since stays with the archive that went on.',
  },
  inTheWay: { zh: '现在还不能撤销', en: 'It cannot be reversed now' },
  restored: { zh: '恢复为合并前的内容', en: 'Say again what they said before' },
  kept: { zh: '合并后有人改过，保持现状', en: 'Changed since by somebody, and left as they are' },
  nothing: { zh: '没有', en: 'None' },
  done: { zh: '已签署', en: 'Signed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  merged: { zh: '已合并', en: 'Merged' },
  reversed: { zh: '已撤销合并', en: 'Reversed' },
  asked: { zh: '已提请撤销，等待批准', en: 'Proposed; the reversal awaits approval' },
  rejected: { zh: '已驳回', en: 'Rejected' },
})

const NAMES: Readonly<Record<PublishedAction, ClientMergeAction>> = {
  PROPOSE: 'propose',
  REVIEW: 'review',
  APPROVE: 'approve',
  REJECT: 'reject',
  WITHDRAW: 'withdraw',
  REVERSE: 'reverse',
}
const STEPS = ['review', 'approve'] as const
type Asked = Exclude<ClientMergeAction, 'propose'>

interface MergeVerbsProps {
  readonly merge: MergeInFull
  readonly onReload: () => Promise<unknown>
}

/** What the viewer can do with a merge now. */
export function MergeVerbs({ merge, onReload }: MergeVerbsProps) {
  const can = merge.availableActions.map((it) => NAMES[it])
  return (
    <SignedVerbs<Asked>
      labels={CLIENT_MERGE_ACTION_LABELS}
      number={merge.number}
      signing={STEPS}
      steps={STEPS.filter((it) => can.includes(it) && merge.awaitsMe)}
      rest={(['reverse', 'reject', 'withdraw'] as const).filter((it) => can.includes(it))}
      onReload={onReload}
      renderForm={(verb, opened) => (
        <VerbForm verb={verb} merge={merge} onReload={onReload} opened={opened} />
      )}
    />
  )
}

interface Values {
  readonly note?: string | null
  readonly reason?: string | null
}

function VerbForm(props: MergeVerbsProps & { verb: Asked; opened: OpenedVerb }) {
  const { verb, merge, onReload, opened } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const acts = {
    review: useFreshAct(ReviewClientMerge, onReload),
    approve: useFreshAct(ApproveClientMerge, onReload),
    reject: useFreshAct(RejectClientMerge, onReload),
    withdraw: useFreshAct(WithdrawClientMerge, onReload),
    reverse: useFreshAct(ReverseClientMerge, onReload),
  }
  const step = { clientMergeId: merge.id, expectedVersion: merge.version }
  const isReversal = merge.status === 'REVERSAL_IN_SIGNING'
  const told = {
    review: 'done',
    approve: isReversal ? 'reversed' : 'merged',
    reject: 'rejected',
    withdraw: 'withdrawn',
    reverse: 'asked',
  } as const
  const send = ({ note, reason }: Values) => {
    if (verb === 'reject' || verb === 'reverse') return acts[verb]({ ...step, reason: reason ?? '' })
    if (verb === 'withdraw') return acts.withdraw({ ...step, ...(reason ? { reason } : {}) })
    return acts[verb]({ ...step, ...(note ? { note } : {}) })
  }
  return (
    <SignedVerbForm<Values>
      label={sayWord(CLIENT_MERGE_ACTION_LABELS[verb])}
      meaning={say(verb === 'approve' && isReversal ? 'approveReversal' : verb)}
      asks={verb === 'reject' || verb === 'withdraw' || verb === 'reverse' ? 'reason' : 'note'}
      required={verb === 'reject' || verb === 'reverse'}
      check={(values) => check(CLIENT_MERGE_INPUTS[verb], { ...values, expectedVersion: merge.version })}
      send={send}
      onCancel={opened.onCancel}
      onDone={() => {
        notify.done(say(told[verb]))
        return opened.onDone()
      }}
    >
      {verb === 'reverse' && <WhatGoesBack merge={merge} />}
    </SignedVerbForm>
  )
}

/** Field by field what would be as it was, and what somebody has changed since. */
function WhatGoesBack({ merge }: Pick<MergeVerbsProps, 'merge'>) {
  const say = useMessages(texts)
  const namesOf = useFieldNames()
  const { data } = useQuery(ClientMergeReversal, {
    variables: { merge: merge.id },
    fetchPolicy: 'network-only',
  })
  if (!data) return <Loading />
  const { obstacles, restored, kept } = data.clientMergeReversal
  return (
    <>
      {obstacles.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={say('inTheWay')}
          description={obstacles.map(({ reason, message }) => (
            <div key={reason}>{message}</div>
          ))}
        />
      )}
      <DescriptionList
        items={[
          { label: say('restored'), value: namesOf(restored) || say('nothing'), wide: true },
          { label: say('kept'), value: namesOf(kept) || say('nothing'), wide: true },
        ]}
      />
    </>
  )
}
