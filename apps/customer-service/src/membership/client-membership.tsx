import { useQuery } from '@apollo/client/react'
import {
  MEMBERSHIP_ACTION_LABELS,
  POINT_KIND_LABELS,
  renewalIsDue,
  type MembershipAction,
} from '@steward/domain'
import { readFragment, type MemberPartsFragment } from '@steward/graphql-client'
import { messages, useMay, useMessages, usePortalPath, useSay, useToday } from '@steward/portal'
import {
  AppLink,
  Button,
  Columns,
  DataTable,
  Day,
  DescriptionList,
  Fold,
  Inline,
  Panel,
  Sheet,
  Stack,
  Stat,
  StatusTag,
} from '@steward/ui'
import { useState } from 'react'
import { MemberParts, MembershipOfClient } from './membership-documents.ts'
import { MembershipVerbForm, type AskedVerb } from './membership-forms.tsx'
import { MembershipTag } from './membership-words.tsx'
import { useMembershipRules } from './use-rules.ts'

const texts = messages({
  title: { zh: '会员', en: 'Membership' },
  none: { zh: '不是会员', en: 'Not a member' },
  level: { zh: '等级', en: 'Level' },
  points: { zh: '可用积分', en: 'Points to redeem' },
  term: { zh: '本期积分', en: 'Earned this term' },
  until: { zh: '有效期至', en: 'In force until' },
  gives: { zh: '会员权益', en: 'What it gives' },
  next: { zh: '再得 {{points}} 分升为{{level}}', en: '{{points}} more for {{level}}' },
  left: { zh: '退会', en: 'Left' },
  due: { zh: '待续期', en: 'Renewal due' },
  ledger: { zh: '积分明细（{{count}}）', en: 'Points ({{count}})' },
  on: { zh: '日期', en: 'Day' },
  what: { zh: '事项', en: 'What' },
  count: { zh: '积分', en: 'Points' },
  expires: { zh: '失效', en: 'Expires' },
  corrected: { zh: '已冲正', en: 'corrected' },
})

interface ClientMembershipProps {
  readonly clientId: string
  /** The archive is out of use: nobody joins. */
  readonly closed: boolean
}

/** On a client's page: level, points and their ledger, and what can be done about them. */
export function ClientMembership({ clientId, closed }: ClientMembershipProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const [asked, setAsked] = useState<AskedVerb>()
  const { data, refetch } = useQuery(MembershipOfClient, {
    variables: { clientId },
    skip: !may('membership:read'),
    fetchPolicy: 'cache-and-network',
  })
  if (!data) return null
  const [edge] = data.memberships.edges
  const member = edge && readFragment(MemberParts, edge.node)
  const close = () => setAsked(undefined)
  const mayJoin = may('membership:join') && !closed && (!member || member.status === 'LEFT')
  return (
    <Panel
      title={say('title')}
      actions={
        mayJoin && (
          <Button size="small" onClick={() => setAsked({ verb: 'join' })}>
            {sayWord(MEMBERSHIP_ACTION_LABELS.join)}
          </Button>
        )
      }
    >
      {member ? (
        <Member member={member} closed={closed} onAsk={setAsked} />
      ) : (
        <span className="st-quiet">{say('none')}</span>
      )}
      <Sheet
        open={asked !== undefined}
        title={asked && sayWord(MEMBERSHIP_ACTION_LABELS[asked.verb])}
        onClose={close}
      >
        {asked && (
          <MembershipVerbForm
            asked={asked}
            clientId={clientId}
            member={member}
            onReload={refetch}
            onClose={close}
          />
        )}
      </Sheet>
    </Panel>
  )
}

const VERBS = [
  ['CREDIT', 'credit'],
  ['REDEEM', 'redeem'],
  ['RENEW', 'renew'],
  ['LEAVE', 'leave'],
] as const satisfies readonly (readonly [string, MembershipAction])[]

interface MemberProps {
  readonly member: MemberPartsFragment
  readonly closed: boolean
  readonly onAsk: (asked: AskedVerb) => void
}

function Member({ member, closed, onAsk }: MemberProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const today = useToday()
  const { rules, levelName } = useMembershipRules()
  const { number, status, balance, termPoints, level, renewsOn, leftOn, leaveReason } = member
  const isDue = renewalIsDue(member, rules, today)
  const verbs = VERBS.filter(
    ([action, verb]) => member.availableActions.includes(action) && !closed && (verb !== 'renew' || isDue),
  )
  const next = rules.levels[level]
  return (
    <Stack gap={3}>
      <Inline gap={2}>
        <MembershipTag status={status} />
        <span className="st-quiet">{number}</span>
        {isDue && status === 'ACTIVE' && <StatusTag tone="warn">{say('due')}</StatusTag>}
      </Inline>
      {status === 'LEFT' ? (
        <span>
          {say('left')} {leftOn && <Day on={leftOn} />} {leaveReason}
        </span>
      ) : (
        <>
          <Columns min={120} gap={3} fill>
            <Stat label={say('level')} value={levelName(level)} />
            <Stat label={say('points')} value={balance} />
            <Stat label={say('term')} value={termPoints} />
          </Columns>
          <DescriptionList
            items={[
              { label: say('gives'), value: rules.levels[level - 1]?.gives, wide: true },
              { label: say('until'), value: <Day on={renewsOn} /> },
            ]}
          />
          {next && next.fromPoints > termPoints && (
            <span className="st-quiet st-small">
              {say('next', { points: next.fromPoints - termPoints, level: next.name })}
            </span>
          )}
        </>
      )}
      {verbs.length > 0 && (
        <Inline gap={2}>
          {verbs.map(([, verb]) => (
            <Button key={verb} size="small" onClick={() => onAsk({ verb })}>
              {sayWord(MEMBERSHIP_ACTION_LABELS[verb])}
            </Button>
          ))}
        </Inline>
      )}
      {member.entries.length > 0 && (
        <Fold title={say('ledger', { count: member.entries.length })}>
          <Ledger member={member} closed={closed} onAsk={onAsk} />
        </Fold>
      )}
    </Stack>
  )
}

const FINAL: readonly string[] = ['EXPIRED', 'CORRECTED']

function Ledger({ member, closed, onAsk }: MemberProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const mayCorrect = member.availableActions.includes('CORRECT') && !closed
  return (
    <DataTable
      label={say('title')}
      rows={member.entries}
      rowKey={({ id }) => id}
      columns={[
        { key: 'on', title: say('on'), width: '120px', render: ({ occurredOn }) => <Day on={occurredOn} /> },
        {
          key: 'what',
          title: say('what'),
          card: 'lead',
          render: ({ kind, reason, referredClient, by }) => (
            <Stack gap={0}>
              <span>
                {sayWord(POINT_KIND_LABELS[kind])}
                {referredClient && (
                  <>
                    {' · '}
                    <AppLink to={path(`clients/${referredClient.id}`)}>
                      {referredClient.name ?? referredClient.code}
                    </AppLink>
                  </>
                )}
              </span>
              <span className="st-quiet st-small">{[reason, by?.name].filter(Boolean).join(' · ')}</span>
            </Stack>
          ),
        },
        {
          key: 'count',
          title: say('count'),
          align: 'end',
          width: '80px',
          render: ({ points }) => (points > 0 ? `+${points}` : points),
        },
        {
          key: 'expires',
          title: say('expires'),
          width: '120px',
          render: ({ expiresOn }) => expiresOn && <Day on={expiresOn} />,
        },
        {
          key: 'correct',
          title: '',
          width: '90px',
          render: ({ id, kind, isCorrected }) =>
            isCorrected ? (
              <span className="st-quiet st-small">{say('corrected')}</span>
            ) : (
              mayCorrect &&
              !FINAL.includes(kind) && (
                <Button size="small" type="text" onClick={() => onAsk({ verb: 'correct', entryId: id })}>
                  {sayWord(MEMBERSHIP_ACTION_LABELS.correct)}
                </Button>
              )
            ),
        },
      ]}
    />
  )
}
