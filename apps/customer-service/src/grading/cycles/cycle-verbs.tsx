import { GRADING_CYCLE_ACTION_LABELS, GRADING_CYCLE_INPUTS, type GradingCycleAction } from '@steward/domain'
import type { GradingCycleAction as PublishedAction } from '@steward/graphql-client'
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
import { type CycleInFull } from './grading-documents.ts'
import {
  ApproveGradingCycle,
  CancelGradingCycle,
  PrepareGradingCycle,
  PublishGradingCycle,
  RejectGradingCycle,
  ReviewGradingCycle,
  ScoreGradingCycle,
} from './grading-mutations.ts'

const texts = messages({
  score: {
    zh: '按生效的分级标准为范围内的每位客户计分。所有数值即时留存，之后不再变化；可以离开本页。',
    en: 'Every client of the cycle is scored by the standard in force. All values are kept as they are now; you may leave this page.',
  },
  prepare: {
    zh: '您签署：名单与等级已核对，可以送审。此后等级不能再调整，除非退回。',
    en: 'You sign that clients and grades were checked. From here on no grade is overridden, unless it is sent back.',
  },
  review: {
    zh: '您签署：计分依据与调整理由经审核无误。',
    en: 'You sign that the scoring and the reasons of overrides were reviewed.',
  },
  approve: {
    zh: '您签署：批准本目录，可以发布。',
    en: 'You sign that this directory is approved and can be published.',
  },
  publish: {
    zh: '发布后，目录中每位客户的等级立即以本目录为准，承诺时限与签核权限随之执行。',
    en: 'From now on the grade of each client in it is that of this directory; promises and signatures follow it.',
  },
  reject: {
    zh: '退回也要签署；退回后可以再调整等级、重新编制。',
    en: 'Sending back is signed too; grades can then be overridden and the directory prepared anew.',
  },
  cancel: {
    zh: '取消后本周期作废，客户等级不变。',
    en: 'The cycle comes to nothing; grades stay as they are.',
  },
  done: { zh: '已完成', en: 'Done' },
})

const NAMES: Readonly<Record<PublishedAction, GradingCycleAction>> = {
  OPEN: 'open',
  SCORE: 'score',
  PREPARE: 'prepare',
  REVIEW: 'review',
  APPROVE: 'approve',
  REJECT: 'reject',
  PUBLISH: 'publish',
  CANCEL: 'cancel',
}
type Asked = Exclude<GradingCycleAction, 'open'>
const SIGNED = ['review', 'approve'] as const
const STEPS = ['score', 'prepare', 'review', 'approve', 'publish'] as const

interface CycleVerbsProps {
  readonly cycle: CycleInFull
  readonly onReload: () => Promise<unknown>
}

/** What the viewer can do with a cycle now. */
export function CycleVerbs({ cycle, onReload }: CycleVerbsProps) {
  const can = cycle.availableActions.map((it) => NAMES[it])
  const isMine = (it: Asked) => (it !== 'review' && it !== 'approve' ? true : cycle.awaitsMe)
  return (
    <SignedVerbs<Asked>
      labels={GRADING_CYCLE_ACTION_LABELS}
      number={cycle.number}
      signing={SIGNED}
      steps={STEPS.filter((it) => can.includes(it) && isMine(it))}
      rest={(['reject', 'cancel'] as const).filter((it) => can.includes(it))}
      onReload={onReload}
      renderForm={(verb, opened) => (
        <VerbForm verb={verb} cycle={cycle} onReload={onReload} opened={opened} />
      )}
    />
  )
}

interface Values {
  readonly note?: string | null
  readonly reason?: string | null
}

function VerbForm(props: CycleVerbsProps & { verb: Asked; opened: OpenedVerb }) {
  const { verb, cycle, onReload, opened } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const acts = {
    score: useFreshAct(ScoreGradingCycle, onReload),
    prepare: useFreshAct(PrepareGradingCycle, onReload),
    review: useFreshAct(ReviewGradingCycle, onReload),
    approve: useFreshAct(ApproveGradingCycle, onReload),
    publish: useFreshAct(PublishGradingCycle, onReload),
    reject: useFreshAct(RejectGradingCycle, onReload),
    cancel: useFreshAct(CancelGradingCycle, onReload),
  }
  const step = { gradingCycleId: cycle.id, expectedVersion: cycle.version }
  const asks =
    verb === 'reject' || verb === 'cancel'
      ? 'reason'
      : verb === 'score' || verb === 'publish'
        ? undefined
        : 'note'
  const send = ({ note, reason }: Values) => {
    if (verb === 'reject' || verb === 'cancel') return acts[verb]({ ...step, reason: reason ?? '' })
    if (verb === 'score' || verb === 'publish') return acts[verb](step)
    return acts[verb]({ ...step, ...(note ? { note } : {}) })
  }
  return (
    <SignedVerbForm<Values>
      label={sayWord(GRADING_CYCLE_ACTION_LABELS[verb])}
      meaning={say(verb)}
      asks={asks}
      required={asks === 'reason'}
      check={(values) => check(GRADING_CYCLE_INPUTS[verb], { ...values, expectedVersion: cycle.version })}
      send={send}
      onCancel={opened.onCancel}
      onDone={() => {
        notify.done(say('done'))
        return opened.onDone()
      }}
    />
  )
}
