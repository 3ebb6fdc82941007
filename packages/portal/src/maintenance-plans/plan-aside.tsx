import { MEANING_LABELS, ROLE_LABELS, SIGNATURE_PROOF_LABELS, type Meaning } from '@steward/domain'
import type { PlanCourseFragment } from '@steward/graphql-client'
import {
  AppLink,
  Day,
  DescriptionList,
  Panel,
  Stack,
  Timeline,
  type TimelineEntry,
  type Tone,
} from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { Amount } from '../money/money-words.tsx'
import { usePortalPath } from '../routing/routes.tsx'
import { usePagePath } from '../routing/use-page-path.ts'
import { useMay } from '../session/viewer.tsx'
import { SigningWay } from '../signings/signing-way.tsx'
import type { PlanInFull, PlanTextOf } from './plan-documents.ts'
import { PlanTag, usePlannedFor } from './plan-tags.tsx'

const texts = messages({
  facts: { zh: '概要', en: 'In short' },
  for: { zh: '对象', en: 'For' },
  owner: { zh: '责任人', en: 'Owner' },
  period: { zh: '期间', en: 'Period' },
  budget: { zh: '预算', en: 'Budget' },
  renew: { zh: '起草续期方案', en: 'Draft its renewal' },
  renews: { zh: '续自', en: 'Renews' },
  signing: { zh: '签核', en: 'Signing' },
  notYet: { zh: '尚未提交，没有签名。', en: 'Not submitted yet: nobody has signed.' },
  fingerprint: { zh: '签署内容指纹', en: 'Fingerprint of what is signed' },
  as: { zh: '{{role}}，{{proof}}', en: '{{role}}, {{proof}}' },
  behalf: { zh: '代 {{name}}', en: 'for {{name}}' },
  course: { zh: '经过', en: 'What happened' },
  drafted: { zh: '第 {{ordinal}} 版：起草', en: 'Revision {{ordinal}}: drafted' },
  submitted: { zh: '第 {{ordinal}} 版：提交审核', en: 'Revision {{ordinal}}: submitted' },
  approved: { zh: '第 {{ordinal}} 版：批准生效', en: 'Revision {{ordinal}}: approved, in force' },
  RETURNED: { zh: '第 {{ordinal}} 版：退回修改', en: 'Revision {{ordinal}}: returned' },
  WITHDRAWN: { zh: '第 {{ordinal}} 版：撤回', en: 'Revision {{ordinal}}: withdrawn' },
  SUPERSEDED: { zh: '第 {{ordinal}} 版：被替代', en: 'Revision {{ordinal}}: superseded' },
  cancelled: { zh: '方案取消', en: 'The plan was cancelled' },
})

const RENEWABLE: readonly PlanInFull['status'][] = ['ACTIVE', 'EVALUATING', 'COMPLETED']

/** Who, until when, for how much. */
export function PlanFacts({ plan, text }: { readonly plan: PlanInFull; readonly text: PlanTextOf }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const pageOf = usePagePath()
  const may = useMay()
  const plannedFor = usePlannedFor()
  const { client, renews } = plan
  const sum = text.budget?.reduce((total, { amountMinor }) => total + amountMinor, 0) ?? null
  return (
    <Panel
      title={say('facts')}
      actions={
        may('plan:draft') &&
        RENEWABLE.includes(plan.status) && (
          <AppLink to={`${path('plans/new')}?renews=${plan.id}`}>{say('renew')}</AppLink>
        )
      }
    >
      <DescriptionList
        items={[
          {
            label: say('for'),
            value:
              client && may('portal:customerService') ? (
                <AppLink to={pageOf({ portal: 'customer-service', path: `clients/${client.id}` })}>
                  {plannedFor(plan)}
                </AppLink>
              ) : (
                plannedFor(plan)
              ),
            wide: true,
          },
          { label: say('owner'), value: text.ownerName },
          { label: say('budget'), value: <Amount minor={sum} /> },
          {
            label: say('period'),
            value: (
              <>
                <Day on={text.startsOn} /> – <Day on={text.endsOn} />
              </>
            ),
            wide: true,
          },
          ...(renews
            ? [
                {
                  label: say('renews'),
                  value: (
                    <>
                      <AppLink to={path(`plans/${renews.id}`)}>{renews.number}</AppLink>{' '}
                      <PlanTag status={renews.status} />
                    </>
                  ),
                  wide: true,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

const TONES: Readonly<Partial<Record<Meaning, Tone>>> = { REJECTED: 'bad', APPROVED: 'good' }

/** The way of its signatures; to whoever may not read signings, who has signed. */
export function PlanSignatures({
  course,
}: {
  readonly course: Pick<PlanCourseFragment, 'signings' | 'signatures' | 'contentHash'>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { signings, signatures, contentHash } = course
  return (
    <Panel title={say('signing')}>
      <Stack gap={3}>
        {signatures.length === 0 ? (
          <p className="st-quiet">{say('notYet')}</p>
        ) : signings[0] ? (
          <SigningWay signing={signings[0]} />
        ) : (
          <Timeline
            label={say('signing')}
            entries={signatures.map((it) => ({
              key: `${it.meaning}/${it.at}`,
              at: it.at,
              title: sayWord(MEANING_LABELS[it.meaning]),
              by: [it.signerName, it.onBehalfOf && say('behalf', { name: it.onBehalfOf })]
                .filter(Boolean)
                .join(' '),
              tone: TONES[it.meaning] ?? 'info',
              children: (
                <span className="st-quiet st-small">
                  {say('as', {
                    role: sayWord(ROLE_LABELS[it.role]),
                    proof: sayWord(SIGNATURE_PROOF_LABELS[it.proofMethod]),
                  })}
                </span>
              ),
            }))}
          />
        )}
        {contentHash && (
          <p className="st-quiet st-small">
            {say('fingerprint')} <code>{contentHash.slice(0, 16)}</code>
          </p>
        )}
      </Stack>
    </Panel>
  )
}

interface Happened extends TimelineEntry {
  readonly at: string
}

/** What happened with all revisions, the newest first. */
export function PlanTimeline({
  plan,
  courses,
}: {
  readonly plan: PlanInFull
  readonly courses: readonly PlanCourseFragment[]
}) {
  const say = useMessages(texts)
  const entries = courses.flatMap((it): Happened[] => {
    const { ordinal, status } = it
    const key = (what: string) => `${ordinal}/${what}`
    const preparer = it.signatures.find(({ meaning }) => meaning === 'PREPARED')?.signerName
    const approver = it.signatures.find(({ meaning }) => meaning === 'APPROVED')?.signerName
    const end =
      status === 'RETURNED' || status === 'WITHDRAWN' || status === 'SUPERSEDED' ? status : undefined
    return [
      ...(end && it.endedAt
        ? [
            {
              key: key('ended'),
              at: it.endedAt,
              title: say(end, { ordinal }),
              by: it.endedBy?.name,
              tone: end === 'RETURNED' ? ('bad' as const) : ('neutral' as const),
              children: it.endReason,
            },
          ]
        : []),
      ...(it.approvedAt
        ? [
            {
              key: key('approved'),
              at: it.approvedAt,
              title: say('approved', { ordinal }),
              by: approver,
              tone: 'good' as const,
            },
          ]
        : []),
      ...(it.submittedAt
        ? [
            {
              key: key('submitted'),
              at: it.submittedAt,
              title: say('submitted', { ordinal }),
              by: preparer,
              tone: 'info' as const,
            },
          ]
        : []),
      {
        key: key('drafted'),
        at: it.draftedAt,
        title: say('drafted', { ordinal }),
        by: it.draftedBy?.name,
        children: it.changeReason,
      },
    ]
  })
  const all =
    plan.status === 'CANCELLED' && plan.endedAt
      ? [{ key: 'cancelled', at: plan.endedAt, title: say('cancelled'), children: plan.reason }, ...entries]
      : entries
  return (
    <Panel title={say('course')}>
      <Timeline label={say('course')} entries={all.toSorted((one, other) => (one.at < other.at ? 1 : -1))} />
    </Panel>
  )
}
