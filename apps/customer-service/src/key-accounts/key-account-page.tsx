import { useQuery } from '@apollo/client/react'
import { KEY_ACCOUNT_RELEASE_REASON_LABELS } from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useLiveRecord,
  useMay,
  useMessages,
  usePortalPath,
  useSay,
  useWorkTab,
} from '@steward/portal'
import {
  Alert,
  AppLink,
  Button,
  Day,
  DescriptionList,
  EmptyState,
  Inline,
  Loading,
  PageHeader,
  Panel,
  Stack,
  StatusTag,
  useUi,
  WithAside,
} from '@steward/ui'
import { useParams } from 'react-router'
import { DecisionGroup } from './decision-group.tsx'
import { DossierPanel } from './dossier-panel.tsx'
import { DossierParts, KeyAccountPageDocument, type AccountInFull } from './key-account-documents.ts'
import { DueOn, LevelTag, TierLevel } from './key-account-words.tsx'
import { OpinionPanel } from './opinion-panel.tsx'
import { TierEarnings } from './tier-earnings.tsx'
import { TestHistory } from './test-history.tsx'

const texts = messages({
  back: { zh: '大客户', en: 'Key accounts' },
  gone: { zh: '没有这个大客户', en: 'There is no such key account' },
  goneHint: { zh: '可能不存在，或不在您的负责范围内。', en: 'It does not exist, or is not yours to read.' },
  about: { zh: '概况', en: 'About' },
  client: { zh: '客户', en: 'Client' },
  since: { zh: '列入', en: 'Listed' },
  manager: { zh: '专职客户经理', en: 'Key account manager' },
  nobody: { zh: '未指定', en: 'Nobody named' },
  nobodyTitle: { zh: '还没有专职客户经理', en: 'Nobody is named for this account' },
  nobodyHint: {
    zh: '大客户须有一名专职客户经理：请在客户页面“基本情况”中指定。档案逾期时没有人可以提醒。',
    en: 'Every key account has one person named: do so under “About” on the page of the client. Until then nobody is told when the dossier is due.',
  },
  name: { zh: '去指定', en: 'Name somebody' },
  test: { zh: '下次复评', en: 'Next test' },
  dossier: { zh: '档案应报', en: 'Dossier due' },
  released: { zh: '已移出大客户名单：{{why}}', en: 'On the list no more: {{why}}' },
  retest: { zh: '年度复评…', en: 'Test again …' },
  release: { zh: '移出…', en: 'Release …' },
})

/** One key account: how it stands, its tests and tiers, its dossier, who decides there, what they think, what they earn. */
export function KeyAccountPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(KeyAccountPageDocument, {
    variables: {
      id,
      withDossier: may('keyAccount:readDossier'),
      withOpinions: may('keyAccount:readOpinion'),
    },
    fetchPolicy: 'cache-and-network',
  })
  useLiveRecord(id, () => void refetch())
  const account = data?.keyAccount
  useWorkTab(account?.client?.code, account?.client?.name ?? undefined)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  if (!account) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const { client, level, tier } = account
  const isListed = account.releasedOn === null
  return (
    <>
      <PageHeader
        title={client?.name ?? client?.code ?? ''}
        back={{ to: path('key-accounts'), label: say('back') }}
        subtitle={
          <Inline gap={2}>
            <TierLevel tier={tier} />
            <LevelTag level={level} />
          </Inline>
        }
        actions={isListed && client && <Asking clientId={client.id} />}
      />
      <Stack gap={4}>
        <Standing account={account} />
        <WithAside
          aside={
            <Stack gap={4}>
              <About account={account} />
              {client && 'contacts' in client && client.contacts && (
                <DecisionGroup clientId={client.id} contacts={client.contacts} />
              )}
              <OpinionPanel account={account} onReload={refetch} />
              <TierEarnings tier={tier} />
            </Stack>
          }
        >
          {account.dossiers && (
            <DossierPanel
              account={account}
              versions={readFragment(DossierParts, account.dossiers)}
              onReload={refetch}
            />
          )}
          <TestHistory account={account} />
        </WithAside>
      </Stack>
    </>
  )
}

/** What can be asked of the committee about an account that is listed. */
function Asking({ clientId }: { readonly clientId: string }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const { routing } = useUi()
  if (!may('keyAccountNomination:propose')) return null
  const to = (kind: string) => () => routing.go(path(`key-accounts/nominate?client=${clientId}&kind=${kind}`))
  return (
    <>
      <Button type="primary" onClick={to('RETEST')}>
        {say('retest')}
      </Button>
      <Button danger onClick={to('RELEASE')}>
        {say('release')}
      </Button>
    </>
  )
}

/** What is wrong at a glance. */
function Standing({ account }: { readonly account: AccountInFull }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const { client, releasedOn, releaseReason } = account
  if (releasedOn)
    return (
      <Alert
        type="warning"
        showIcon
        title={say('released', {
          why: releaseReason ? sayWord(KEY_ACCOUNT_RELEASE_REASON_LABELS[releaseReason]) : '',
        })}
        description={<Day on={releasedOn} />}
      />
    )
  if (client && !client.keyAccountManager)
    return (
      <Alert
        type="error"
        showIcon
        title={say('nobodyTitle')}
        description={say('nobodyHint')}
        action={
          may('client:assignManager') && <AppLink to={path(`clients/${client.id}`)}>{say('name')}</AppLink>
        }
      />
    )
  return null
}

function About({ account }: { readonly account: AccountInFull }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { client, since, nextTestOn, dossierDueOn, releasedOn } = account
  return (
    <Panel title={say('about')}>
      <DescriptionList
        min={260}
        items={[
          {
            label: say('client'),
            value: client && (
              <AppLink to={path(`clients/${client.id}`)}>
                {[client.name, client.code].filter(Boolean).join(' · ')}
              </AppLink>
            ),
          },
          {
            label: say('manager'),
            value: client?.keyAccountManager?.name ?? <StatusTag tone="bad">{say('nobody')}</StatusTag>,
          },
          { label: say('since'), value: <Day on={since} /> },
          ...(releasedOn === null
            ? [
                { label: say('test'), value: <DueOn on={nextTestOn} /> },
                { label: say('dossier'), value: <DueOn on={dossierDueOn} /> },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}
