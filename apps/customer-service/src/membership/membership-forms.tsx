import {
  CONSENT_WAY_LABELS,
  CONSENT_WAYS,
  CREDITED_KINDS,
  MEMBERSHIP_ACTION_LABELS,
  MEMBERSHIP_INPUTS,
  POINT_KIND_LABELS,
  type ConsentWay,
  type CreditedKind,
  type MembershipAction,
} from '@steward/domain'
import type { MemberPartsFragment } from '@steward/graphql-client'
import { messages, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Choice, Field, Form, Input, InputNumber, useFieldValue } from '@steward/ui'
import { ClientSelect } from '../clients/client-select.tsx'
import { optionsOf } from '../clients/page/options.ts'
import { useArchiveAct, type ArchiveSurroundings } from '../clients/page/use-archive-act.ts'
import * as documents from './membership-documents.ts'

/** What is asked about; of a correction, which line. */
export interface AskedVerb {
  readonly verb: MembershipAction
  readonly entryId?: string
}

const texts = messages({
  way: { zh: '客户如何同意', en: 'How they agreed' },
  wayHint: {
    zh: '说明积分、权益和退会办法后征得同意；同意会记入档案',
    en: 'Explain points, benefits and how to leave; the consent is recorded in the archive',
  },
  kind: { zh: '事项', en: 'What for' },
  event: { zh: '活动', en: 'Event' },
  referred: { zh: '推荐来的客户', en: 'Who came' },
  referredHint: {
    zh: '该客户档案须记载由这位会员推荐',
    en: 'Their archive names this member as referrer',
  },
  points: { zh: '积分', en: 'Points' },
  pointsHint: { zh: '可用 {{balance}} 分', en: '{{balance}} to redeem' },
  what: { zh: '兑换什么', en: 'For what' },
  wrong: { zh: '错在哪里', en: 'What was wrong' },
  wrongHint: {
    zh: '原来的一笔不改动，另记一笔冲正',
    en: 'The line stays as it is; another one takes it back',
  },
  renewHint: {
    zh: '开始新的一期，保留本期得到的等级',
    en: 'Begins the next term; the level earned is kept for it',
  },
  reason: { zh: '退会原因', en: 'Why' },
  leaveHint: {
    zh: '积分清零，并撤回参加会员计划的同意',
    en: 'Points are forfeited, and the consent to the programme is withdrawn',
  },
  done: { zh: '已登记', en: 'Recorded' },
})

interface VerbProps extends ArchiveSurroundings {
  readonly asked: AskedVerb
  readonly clientId: string
  readonly member: MemberPartsFragment | undefined
}

export function MembershipVerbForm(props: VerbProps) {
  const { asked, member } = props
  if (asked.verb === 'join' || !member) return <JoinForm {...props} />
  const known = { ...props, member }
  switch (asked.verb) {
    case 'credit':
      return <CreditForm {...known} />
    case 'redeem':
      return <RedeemForm {...known} />
    case 'correct':
      return <CorrectForm {...known} />
    case 'renew':
      return <RenewForm {...known} />
    case 'leave':
      return <LeaveForm {...known} />
  }
}

type Known = VerbProps & { readonly member: MemberPartsFragment }
const head = ({ id, version }: MemberPartsFragment) => ({ membershipId: id, expectedVersion: version })

function JoinForm({ clientId, ...surroundings }: VerbProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const verb = sayWord(MEMBERSHIP_ACTION_LABELS.join)
  const act = useArchiveAct(documents.JoinMembership, say('done'), surroundings)
  return (
    <Form<{ readonly consentWay: ConsentWay }>
      label={verb}
      verb={verb}
      initial={{ consentWay: 'SIGNED' }}
      onCancel={surroundings.onClose}
      onSubmit={({ consentWay }) => act({ clientId, consentWay })}
    >
      <Field name="consentWay" label={say('way')} hint={say('wayHint')} required>
        <Choice options={optionsOf(CONSENT_WAYS, CONSENT_WAY_LABELS, sayWord)} />
      </Field>
    </Form>
  )
}

interface Credited {
  readonly kind: CreditedKind
  readonly reason?: string
  readonly referredClientId?: string
}

function CreditForm({ member, ...surroundings }: Known) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const verb = sayWord(MEMBERSHIP_ACTION_LABELS.credit)
  const act = useArchiveAct(documents.CreditMembership, say('done'), surroundings)
  const inputOf = ({ kind, reason, referredClientId }: Credited) => ({
    kind,
    reason: kind === 'EVENT' ? reason?.trim() || null : null,
    referredClientId: kind === 'REFERRAL' ? (referredClientId ?? null) : null,
  })
  return (
    <Form<Credited>
      label={verb}
      verb={verb}
      initial={{ kind: 'EVENT' }}
      onCancel={surroundings.onClose}
      check={(values) =>
        check(MEMBERSHIP_INPUTS.credit, { expectedVersion: member.version, ...inputOf(values) })
      }
      onSubmit={(values) => act({ ...head(member), ...inputOf(values) })}
    >
      <Field name="kind" label={say('kind')}>
        <Choice options={optionsOf(CREDITED_KINDS, POINT_KIND_LABELS, sayWord)} />
      </Field>
      <CreditedFor />
    </Form>
  )
}

function CreditedFor() {
  const say = useMessages(texts)
  return useFieldValue<CreditedKind>('kind') === 'REFERRAL' ? (
    <Field name="referredClientId" label={say('referred')} hint={say('referredHint')} required>
      <ClientSelect />
    </Field>
  ) : (
    <Field name="reason" label={say('event')} required>
      <Input maxLength={200} />
    </Field>
  )
}

function RedeemForm({ member, ...surroundings }: Known) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const verb = sayWord(MEMBERSHIP_ACTION_LABELS.redeem)
  const act = useArchiveAct(documents.RedeemMembership, say('done'), surroundings)
  const { balance, version: expectedVersion } = member
  return (
    <Form<{ readonly points?: number; readonly reason?: string }>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      check={({ points = 0, reason = '' }) =>
        check(MEMBERSHIP_INPUTS.redeem, { expectedVersion, points, reason })
      }
      onSubmit={({ points = 0, reason = '' }) => act({ ...head(member), points, reason })}
    >
      <Field name="points" label={say('points')} hint={say('pointsHint', { balance })} required>
        <InputNumber<number> min={1} max={Math.max(balance, 1)} precision={0} />
      </Field>
      <Field name="reason" label={say('what')} required>
        <Input maxLength={200} />
      </Field>
    </Form>
  )
}

function CorrectForm({ asked, member, ...surroundings }: Known) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const verb = sayWord(MEMBERSHIP_ACTION_LABELS.correct)
  const act = useArchiveAct(documents.CorrectMembership, say('done'), surroundings)
  return (
    <Form<{ readonly reason?: string }>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      onSubmit={({ reason = '' }) => act({ ...head(member), entryId: asked.entryId ?? '', reason })}
    >
      <Field name="reason" label={say('wrong')} hint={say('wrongHint')} required>
        <Input maxLength={200} minLength={2} />
      </Field>
    </Form>
  )
}

function RenewForm({ member, ...surroundings }: Known) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const verb = sayWord(MEMBERSHIP_ACTION_LABELS.renew)
  const act = useArchiveAct(documents.RenewMembership, say('done'), surroundings)
  return (
    <Form<object> label={verb} verb={verb} onCancel={surroundings.onClose} onSubmit={() => act(head(member))}>
      <p className="st-quiet">{say('renewHint')}</p>
    </Form>
  )
}

function LeaveForm({ member, ...surroundings }: Known) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const verb = sayWord(MEMBERSHIP_ACTION_LABELS.leave)
  const act = useArchiveAct(documents.LeaveMembership, say('done'), surroundings)
  return (
    <Form<{ readonly reason?: string }>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      onSubmit={({ reason }) => act({ ...head(member), reason: reason?.trim() || null })}
    >
      <Field name="reason" label={say('reason')} hint={say('leaveHint')}>
        <Input maxLength={200} />
      </Field>
    </Form>
  )
}
