import {
  KEY_ACCOUNT_NOMINATION_ACTION_LABELS,
  KEY_ACCOUNT_NOMINATION_INPUTS,
  type KeyAccountNominationAction,
} from '@steward/domain'
import type { KeyAccountNominationAction as PublishedAction } from '@steward/graphql-client'
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
import { useNotify } from '@steward/ui'
import type { NominationInFull } from './nomination-documents.ts'
import {
  ApproveKeyAccountNomination,
  RejectKeyAccountNomination,
  ReviewKeyAccountNomination,
  WithdrawKeyAccountNomination,
} from './key-account-mutations.ts'

const texts = messages({
  review: {
    zh: '您签署：四项条件的依据属实，提请妥当。',
    en: 'You sign that the evidence on the four tests is sound and the request fit.',
  },
  approveLIST: {
    zh: '批准即签署并立即列入名单：开始计档案与复评的期限。',
    en: 'You sign, and they are listed at once: dossier and test are due from now on.',
  },
  approveRETEST: {
    zh: '批准即签署并立即按所拟层级调整，下次复评重新计期。',
    en: 'You sign, and they stand in the tier proposed at once; the next test is due anew.',
  },
  approveRELEASE: {
    zh: '批准即签署并立即移出名单；档案与复评不再催报。',
    en: 'You sign, and they are off the list at once; neither dossier nor test is due any more.',
  },
  reject: { zh: '驳回也要签署；什么都不改动。', en: 'A rejection is signed too; nothing changes.' },
  withdraw: { zh: '撤回后不再签核，什么都不改动。', en: 'It is not signed any more, and nothing changes.' },
  done: { zh: '已签署', en: 'Signed' },
  accepted: { zh: '已通过，立即生效', en: 'Accepted; it is so from now on' },
  rejected: { zh: '已驳回', en: 'Rejected' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
})

const NAMES: Readonly<Record<PublishedAction, KeyAccountNominationAction>> = {
  PROPOSE: 'propose',
  REVIEW: 'review',
  APPROVE: 'approve',
  REJECT: 'reject',
  WITHDRAW: 'withdraw',
}
const STEPS = ['review', 'approve'] as const
type Asked = Exclude<KeyAccountNominationAction, 'propose'>
const TOLD = { review: 'done', approve: 'accepted', reject: 'rejected', withdraw: 'withdrawn' } as const

interface NominationVerbsProps {
  readonly nomination: NominationInFull
  readonly onReload: () => Promise<unknown>
}

/** What the viewer can do with a nomination now. */
export function NominationVerbs({ nomination, onReload }: NominationVerbsProps) {
  const can = nomination.availableActions.map((it) => NAMES[it])
  return (
    <SignedVerbs<Asked>
      labels={KEY_ACCOUNT_NOMINATION_ACTION_LABELS}
      number={nomination.number}
      signing={STEPS}
      steps={STEPS.filter((it) => can.includes(it) && nomination.awaitsMe)}
      rest={(['reject', 'withdraw'] as const).filter((it) => can.includes(it))}
      onReload={onReload}
      renderForm={(verb, opened) => (
        <VerbForm verb={verb} nomination={nomination} onReload={onReload} opened={opened} />
      )}
    />
  )
}

interface Values {
  readonly note?: string | null
  readonly reason?: string | null
}

function VerbForm(props: NominationVerbsProps & { verb: Asked; opened: OpenedVerb }) {
  const { verb, nomination, onReload, opened } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const acts = {
    review: useFreshAct(ReviewKeyAccountNomination, onReload),
    approve: useFreshAct(ApproveKeyAccountNomination, onReload),
    reject: useFreshAct(RejectKeyAccountNomination, onReload),
    withdraw: useFreshAct(WithdrawKeyAccountNomination, onReload),
  }
  const step = { nominationId: nomination.id, expectedVersion: nomination.version }
  const send = ({ note, reason }: Values) => {
    if (verb === 'reject') return acts.reject({ ...step, reason: reason ?? '' })
    if (verb === 'withdraw') return acts.withdraw({ ...step, ...(reason ? { reason } : {}) })
    return acts[verb]({ ...step, ...(note ? { note } : {}) })
  }
  return (
    <SignedVerbForm<Values>
      label={sayWord(KEY_ACCOUNT_NOMINATION_ACTION_LABELS[verb])}
      meaning={say(verb === 'approve' ? `approve${nomination.kind}` : verb)}
      asks={verb === 'reject' || verb === 'withdraw' ? 'reason' : 'note'}
      required={verb === 'reject'}
      check={(values) =>
        check(KEY_ACCOUNT_NOMINATION_INPUTS[verb], { ...values, expectedVersion: nomination.version })
      }
      send={send}
      onCancel={opened.onCancel}
      onDone={() => {
        notify.done(say(TOLD[verb]))
        return opened.onDone()
      }}
    />
  )
}
