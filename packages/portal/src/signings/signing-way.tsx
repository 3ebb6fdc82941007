import {
  MEANING_LABELS,
  PROOF_DEMANDS,
  ROLE_LABELS,
  SIGNATURE_PROOF_LABELS,
  STEP_STATE_LABELS,
  STEP_VERB_LABELS,
  type SigningState,
  type StepMeaning,
} from '@steward/domain'
import { readFragment, type FragmentType, type SigningWayFragment } from '@steward/graphql-client'
import { Instant, Money, Road, Stack, StatusTag, type RoadState, type RoadStop, type Tone } from '@steward/ui'
import { useList } from '../i18n/use-list.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { DueMark } from '../promises/due-mark.tsx'
import { useViewer } from '../session/viewer.tsx'
import { SigningWay as WayParts } from './signing-documents.ts'

const texts = messages({
  way: { zh: '签核经过', en: 'The way of its signatures' },
  wayOf: { zh: '第 {{part}} 备选方案的签核经过', en: 'The way of option {{part}}' },
  as: { zh: '{{role}}', en: 'as {{role}}' },
  proven: { zh: '以{{how}}签署', en: 'proven by {{how}}' },
  behalf: { zh: '{{name}} 代 {{giver}} 签署', en: '{{name}} for {{giver}}' },
  waits: { zh: '等待签核，自', en: 'Awaited since' },
  anyOf: { zh: '以下任一人可签：{{names}}', en: 'Any one of: {{names}}' },
  onlyOne: { zh: '只有 {{names}} 可签', en: 'Only {{names}} can sign' },
  stuck: { zh: '目前没有人可以签，停在这一步', en: 'Nobody can sign now: it stops here' },
  stuckRoles: {
    zh: '须由{{roles}}签核，且没有参与过这件事的其他签核、权限够用。',
    en: 'It takes {{roles}}, with authority enough and no hand in another signature of this.',
  },
  stuckHint: {
    zh: '由管理员补派岗位，或由有权签核的人授权他人代签。',
    en: 'An administrator gives somebody the role, or whoever may sign delegates it.',
  },
  byRoles: { zh: '由{{roles}}', en: 'By {{roles}}' },
  amount: { zh: '须核决', en: 'To be approved:' },
  demand: { zh: '{{what}}', en: 'To be {{what}}' },
})

type Step = SigningWayFragment['steps'][number]

const STATES: Readonly<Record<Step['state'], RoadState>> = {
  SIGNED: 'done',
  OPEN: 'now',
  WAITING: 'ahead',
  REJECTED: 'refused',
  DROPPED: 'left',
}

export const SIGNING_TONES: Readonly<Record<SigningState, Tone>> = {
  OPEN: 'info',
  COMPLETED: 'good',
  REJECTED: 'bad',
  WITHDRAWN: 'neutral',
}

const stateOf = ({ state, couldSign }: Step): RoadState =>
  state === 'OPEN' && couldSign.length === 0 ? 'stuck' : STATES[state]

/** Prepared, reviewed, approved: by whom, when, in which role, how proven, for whom; whom it waits for and who could sign. */
export function SigningWay({
  signing,
  part: asked,
}: {
  readonly signing: FragmentType<typeof WayParts>
  /** The alternative whose way is shown; by default the one whose turn it is. */
  readonly part?: number
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { steps, part: current } = readFragment(WayParts, signing)
  const part = asked ?? current
  const several = new Set(steps.map((step) => step.part)).size > 2
  const stops: RoadStop[] = steps
    .filter((step) => step.part === 0 || step.part === part)
    .map((step) => ({
      key: String(step.position),
      state: stateOf(step),
      stateLabel: sayWord(STEP_STATE_LABELS[step.state]),
      title: sayWord(
        step.state === 'SIGNED'
          ? MEANING_LABELS[step.meaning]
          : STEP_VERB_LABELS[step.meaning as StepMeaning],
      ),
      children: <Stop step={step} />,
    }))
  return <Road label={several ? say('wayOf', { part }) : say('way')} stops={stops} />
}

function Stop({ step }: { readonly step: Step }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const list = useList()
  const { currency } = useViewer().organization
  const { state, roles, signedBy, onBehalfOf, signedAs, proofMethod, couldSign } = step
  const rolesInWords = list(roles.map((role) => sayWord(ROLE_LABELS[role])))
  if (signedBy)
    return (
      <Stack gap={0}>
        <span>{onBehalfOf ? say('behalf', { name: signedBy, giver: onBehalfOf }) : signedBy}</span>
        <span className="st-quiet st-small">
          {signedAs && say('as', { role: sayWord(ROLE_LABELS[signedAs]) })}
          {proofMethod && ` · ${say('proven', { how: sayWord(SIGNATURE_PROOF_LABELS[proofMethod]) })}`}
        </span>
        {step.endedAt && (
          <span className="st-quiet st-small">
            <Instant at={step.endedAt} />
          </span>
        )}
      </Stack>
    )
  const demand = step.level && (
    <span className="st-quiet st-small">{say('demand', { what: sayWord(PROOF_DEMANDS[step.level]) })}</span>
  )
  if (state === 'WAITING')
    return (
      <Stack gap={0}>
        <span className="st-small">{say('byRoles', { roles: rolesInWords })}</span>
        {demand}
      </Stack>
    )
  if (state !== 'OPEN') return null
  return (
    <Stack gap={1} align="flex-start">
      {couldSign.length === 0 ? (
        <>
          <StatusTag tone="bad">{say('stuck')}</StatusTag>
          <span className="st-small">{say('stuckRoles', { roles: rolesInWords })}</span>
          <span className="st-quiet st-small">{say('stuckHint')}</span>
        </>
      ) : (
        <span>{say(couldSign.length === 1 ? 'onlyOne' : 'anyOf', { names: list(couldSign) })}</span>
      )}
      {step.amountMinor !== null && step.amountMinor > 0 && (
        <span className="st-quiet st-small">
          {say('amount')} <Money minor={step.amountMinor} currency={currency} />
        </span>
      )}
      {demand}
      {step.openedAt && (
        <span className="st-quiet st-small">
          {say('waits')} <Instant at={step.openedAt} />
        </span>
      )}
      {step.dueAt && <DueMark dueAt={step.dueAt} />}
    </Stack>
  )
}
