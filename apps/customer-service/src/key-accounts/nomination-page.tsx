import { useQuery } from '@apollo/client/react'
import {
  CRITERION_COLUMNS,
  KEY_ACCOUNT_CRITERIA,
  KEY_ACCOUNT_CRITERION_LABELS,
  KEY_ACCOUNT_NOMINATION_KIND_LABELS,
  KEY_ACCOUNT_RELEASE_REASON_LABELS,
} from '@steward/domain'
import {
  FailureState,
  messages,
  SigningWay,
  useLiveRecord,
  useMessages,
  usePortalPath,
  useSay,
  useWorkTab,
} from '@steward/portal'
import {
  Alert,
  AppLink,
  Card,
  Cards,
  DescriptionList,
  EmptyState,
  Inline,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Stack,
  StatusTag,
  WithAside,
} from '@steward/ui'
import { useParams } from 'react-router'
import { CriterionFacts, useStanding } from './criterion-facts.tsx'
import { KeyAccountNominationPageDocument, type NominationInFull } from './nomination-documents.ts'
import { LevelTag, NominationTag, TierLevel } from './key-account-words.tsx'
import { NominationVerbs } from './nomination-verbs.tsx'

const texts = messages({
  back: { zh: '提名与复评', en: 'Nominations' },
  title: { zh: '{{kind}}：{{client}}', en: '{{kind}}: {{client}}' },
  gone: { zh: '没有这项提名', en: 'There is no such nomination' },
  goneHint: { zh: '可能不存在，或您无权查看。', en: 'It does not exist, or is not for you to read.' },
  what: { zh: '提请委员会决定', en: 'What the committee is asked' },
  client: { zh: '客户', en: 'Client' },
  account: { zh: '大客户页面', en: 'Page of the key account' },
  level: { zh: '级别', en: 'Level' },
  tier: { zh: '拟定层级', en: 'Tier proposed' },
  before: { zh: '原层级', en: 'Tier before' },
  why: { zh: '移出原因', en: 'Why released' },
  department: { zh: '推荐部门', en: 'Recommended by' },
  proposed: { zh: '提名', en: 'Nominated' },
  decided: { zh: '决定', en: 'Decided' },
  reason: { zh: '推荐理由', en: 'Reason' },
  tests: { zh: '四项条件（任何一项都不单独决定）', en: 'The test of four (none decides alone)' },
  met: { zh: '符合', en: 'Met' },
  notMet: { zh: '不符合', en: 'Not met' },
  way: { zh: '签核', en: 'Signing' },
  ended: { zh: '被驳回或撤回', en: 'Rejected or withdrawn' },
})

/** One nomination: what is asked, on what evidence, who has signed and who is to. */
export function NominationPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(KeyAccountNominationPageDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  useLiveRecord(id, () => void refetch())
  const nomination = data?.keyAccountNomination
  useWorkTab(nomination?.number, nomination?.client?.name ?? undefined)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  if (!nomination) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  return (
    <>
      <PageHeader
        title={say('title', {
          kind: sayWord(KEY_ACCOUNT_NOMINATION_KIND_LABELS[nomination.kind]),
          client: nomination.client?.name ?? nomination.clientCode,
        })}
        back={{ to: path('key-accounts/nominations'), label: say('back') }}
        subtitle={
          <Inline gap={2}>
            <code>{nomination.number}</code>
            <NominationTag status={nomination.status} />
          </Inline>
        }
        actions={<NominationVerbs nomination={nomination} onReload={refetch} />}
      />
      <WithAside
        aside={
          <Stack gap={4}>
            {nomination.signings.map((signing) => (
              <Panel key={signing.id} title={say('way')}>
                <SigningWay signing={signing} />
              </Panel>
            ))}
          </Stack>
        }
      >
        {nomination.note && (
          <Alert type="warning" showIcon title={say('ended')} description={nomination.note} />
        )}
        <Panel title={say('what')}>
          <What nomination={nomination} />
        </Panel>
        {nomination.kind !== 'RELEASE' && <Tests nomination={nomination} />}
      </WithAside>
    </>
  )
}

function What({ nomination }: { readonly nomination: NominationInFull }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { client, keyAccount, tier, previousTier, releaseReason, decidedAt } = nomination
  const when = (at: string, name: string | undefined) => (
    <>
      <Instant at={at} show="absolute" /> {name}
    </>
  )
  return (
    <DescriptionList
      items={[
        {
          label: say('client'),
          value: (
            <Inline gap={2}>
              {client ? (
                <AppLink to={path(`clients/${client.id}`)}>
                  {[client.name, client.code].filter(Boolean).join(' · ')}
                </AppLink>
              ) : (
                nomination.clientCode
              )}
              {keyAccount && <AppLink to={path(`key-accounts/${keyAccount.id}`)}>{say('account')}</AppLink>}
            </Inline>
          ),
          wide: true,
        },
        { label: say('level'), value: <LevelTag level={nomination.level} /> },
        ...(tier ? [{ label: say('tier'), value: <TierLevel tier={tier} /> }] : []),
        ...(previousTier ? [{ label: say('before'), value: <TierLevel tier={previousTier} /> }] : []),
        ...(releaseReason
          ? [{ label: say('why'), value: sayWord(KEY_ACCOUNT_RELEASE_REASON_LABELS[releaseReason]) }]
          : []),
        { label: say('department'), value: nomination.department?.name },
        { label: say('proposed'), value: when(nomination.proposedAt, nomination.proposedBy?.name) },
        ...(decidedAt ? [{ label: say('decided'), value: when(decidedAt, nomination.decidedBy?.name) }] : []),
        ...(nomination.reason ? [{ label: say('reason'), value: nomination.reason, wide: true }] : []),
      ]}
    />
  )
}

function Tests({ nomination }: { readonly nomination: NominationInFull }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const standing = useStanding(nomination.client?.id ?? '')
  const isOpen = nomination.status === 'IN_SIGNING'
  return (
    <Panel title={say('tests')}>
      <Cards label={say('tests')} min={300}>
        {KEY_ACCOUNT_CRITERIA.map((criterion) => {
          const { met, evidence } = CRITERION_COLUMNS[criterion]
          const isMet = nomination[met] === true
          return (
            <Card
              key={criterion}
              lead={sayWord(KEY_ACCOUNT_CRITERION_LABELS[criterion])}
              tag={<StatusTag tone={isMet ? 'good' : 'neutral'}>{say(isMet ? 'met' : 'notMet')}</StatusTag>}
            >
              <Stack gap={2}>
                {nomination[evidence] && <p>{nomination[evidence]}</p>}
                {isOpen && <CriterionFacts criterion={criterion} standing={standing} />}
              </Stack>
            </Card>
          )
        })}
      </Cards>
    </Panel>
  )
}
