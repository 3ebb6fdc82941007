import { useQuery } from '@apollo/client/react'
import {
  KEY_ACCOUNT_CRITERIA,
  KEY_ACCOUNT_LEVEL_LABELS,
  KEY_ACCOUNT_LEVELS,
  KEY_ACCOUNT_NOMINATION_INPUTS,
  KEY_ACCOUNT_NOMINATION_KIND_LABELS,
  KEY_ACCOUNT_RELEASE_REASON_LABELS,
  KEY_ACCOUNT_RELEASE_REASONS,
  KEY_ACCOUNT_TIER_LABELS,
  KEY_ACCOUNT_TIERS,
  type KeyAccountLevel,
  type KeyAccountReleaseReason,
  type KeyAccountTier,
} from '@steward/domain'
import type { KeyAccountNominationKind, KeyAccountToNominateQuery } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useAct,
  useCheckInput,
  useMessages,
  usePortalPath,
  useSay,
} from '@steward/portal'
import {
  Alert,
  AppLink,
  Choice,
  EmptyState,
  Field,
  Form,
  Input,
  Loading,
  PageHeader,
  Panel,
  Select,
  Stack,
  useNotify,
  useUi,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { ClientSelect } from '../clients/client-select.tsx'
import { KeyAccountToNominate } from './nomination-documents.ts'
import { ProposeKeyAccountNomination } from './key-account-mutations.ts'
import { TestFields } from './test-fields.tsx'

const texts = messages({
  back: { zh: '大客户', en: 'Key accounts' },
  title: { zh: '大客户提名', en: 'Nominate a key account' },
  subtitle: {
    zh: '四项条件逐项说明，任何一项都不单独决定；签署后交大客户管理委员会',
    en: 'Each of the four tests with its evidence, none decides alone; signed, it goes to the committee',
  },
  who: { zh: '客户', en: 'Client' },
  kind: { zh: '事项', en: 'What for' },
  listed: {
    zh: '该客户已在名单上：{{tier}} · {{level}}',
    en: 'They are listed already: {{tier}} · {{level}}',
  },
  retestHint: { zh: '可以复评或移出。', en: 'They can be tested again, or released.' },
  level: { zh: '级别', en: 'Level' },
  levelHint: {
    zh: '公司级由客户总监审核、总经理批准；分公司级由客户服务经理审核、客户总监批准（以签核权限规定为准）。',
    en: 'The company’s list is reviewed by the client director and approved by the general manager, a branch’s by the client service manager and the client director; the signature policy has the word.',
  },
  tier: { zh: '拟定层级', en: 'Tier proposed' },
  department: { zh: '推荐部门', en: 'Recommended by' },
  why: { zh: '移出原因', en: 'Why released' },
  reason: { zh: '推荐理由', en: 'Reason' },
  verb: { zh: '签署并提交', en: 'Sign and submit' },
  proposed: { zh: '已提交，等待委员会审批', en: 'Submitted; the committee decides' },
  missing: { zh: '没有找到这位客户', en: 'There is no such client' },
})

type Kind = KeyAccountNominationKind
const KINDS: readonly Kind[] = ['LIST', 'RETEST', 'RELEASE']

/** Asks the committee to list a client, to test them again, or to release them. */
export function NominatePage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const [params, setParams] = useSearchParams()
  const clientId = params.get('client') ?? undefined
  const { data, error, refetch } = useQuery(KeyAccountToNominate, {
    variables: { client: clientId ?? '' },
    skip: clientId === undefined,
    fetchPolicy: 'cache-and-network',
  })
  const choose = (id: string | undefined) => setParams(id ? { client: id } : {}, { replace: true })
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        back={{ to: path('key-accounts'), label: say('back') }}
      />
      <Stack gap={4}>
        <Panel title={say('who')}>
          <ClientSelect value={clientId} onChange={choose} aria-label={say('who')} />
        </Panel>
        {clientId === undefined ? null : !data ? (
          error ? (
            <FailureState error={error} onRetry={() => void refetch()} />
          ) : (
            <Loading />
          )
        ) : !data.client ? (
          <EmptyState title={say('missing')} />
        ) : (
          <Asked key={data.client.id} known={data} asked={KINDS.find((it) => it === params.get('kind'))} />
        )}
      </Stack>
    </>
  )
}

interface AskedProps {
  readonly known: KeyAccountToNominateQuery
  readonly asked: Kind | undefined
}

interface Tested {
  readonly isMet?: boolean
  readonly evidence?: string
}
interface Values {
  readonly kind: Kind
  readonly level?: KeyAccountLevel
  readonly tier?: KeyAccountTier
  readonly releaseReason?: KeyAccountReleaseReason
  readonly departmentId?: string
  readonly reason?: string
  readonly test?: Readonly<Record<string, Tested>>
}

function Asked({ known, asked }: AskedProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { routing } = useUi()
  const notify = useNotify()
  const check = useCheckInput()
  const propose = useAct(ProposeKeyAccountNomination)
  const client = known.client!
  const account = known.keyAccounts.edges[0]?.node
  const kinds: readonly Kind[] = account ? ['RETEST', 'RELEASE'] : ['LIST']
  const [params, setParams] = useSearchParams()
  const kind = kinds.find((it) => it === asked) ?? kinds[0]!
  const isRelease = kind === 'RELEASE'
  const inputOf = (values: Values) => ({
    clientId: client.id,
    kind,
    departmentId: values.departmentId ?? '',
    reason: values.reason ?? '',
    ...(isRelease
      ? values.releaseReason && { releaseReason: values.releaseReason }
      : {
          ...(values.level ? { level: values.level } : {}),
          ...(values.tier ? { tier: values.tier } : {}),
          tests: KEY_ACCOUNT_CRITERIA.map((criterion) => ({
            criterion,
            isMet: values.test?.[criterion]?.isMet ?? false,
            evidence: values.test?.[criterion]?.evidence ?? '',
          })),
        }),
  })
  /** The refusals of one test stand at its fields. */
  const placed = (errors: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(errors).map(([at, sentence]) => {
        const [, nth, field] = /^tests\.(\d)\.(\w+)$/.exec(at) ?? []
        return [nth ? `test.${KEY_ACCOUNT_CRITERIA[Number(nth)]}.${field}` : at, sentence]
      }),
    )
  return (
    <Panel title={[client.name, client.code].filter(Boolean).join(' · ')}>
      <Stack gap={4}>
        {account && (
          <Alert
            type="info"
            showIcon
            title={say('listed', {
              tier: sayWord(KEY_ACCOUNT_TIER_LABELS[account.tier]),
              level: sayWord(KEY_ACCOUNT_LEVEL_LABELS[account.level]),
            })}
            description={say('retestHint')}
            action={<AppLink to={path(`key-accounts/${account.id}`)}>{say('back')}</AppLink>}
          />
        )}
        {kinds.length > 1 && (
          <Choice<Kind>
            label={say('kind')}
            value={kind}
            onChange={(value) =>
              setParams({ client: params.get('client') ?? client.id, kind: value }, { replace: true })
            }
            options={kinds.map((value) => ({
              value,
              label: sayWord(KEY_ACCOUNT_NOMINATION_KIND_LABELS[value]),
            }))}
          />
        )}
        <Form<Values>
          key={kind}
          label={sayWord(KEY_ACCOUNT_NOMINATION_KIND_LABELS[kind])}
          verb={say('verb')}
          stays
          initial={account && !isRelease ? { level: account.level, tier: account.tier } : {}}
          check={(values) => placed(check(KEY_ACCOUNT_NOMINATION_INPUTS.propose, inputOf(values)))}
          onSubmit={async (values) => {
            const { done, refused } = await propose(inputOf(values))
            if (!done) return refused
            notify.done(say('proposed'))
            routing.go(path(`key-accounts/nominations/${done.id}`))
            return undefined
          }}
        >
          {isRelease ? (
            <Field name="releaseReason" label={say('why')} required>
              <Choice<KeyAccountReleaseReason>
                options={KEY_ACCOUNT_RELEASE_REASONS.map((value) => ({
                  value,
                  label: sayWord(KEY_ACCOUNT_RELEASE_REASON_LABELS[value]),
                }))}
              />
            </Field>
          ) : (
            <>
              <Field name="level" label={say('level')} hint={say('levelHint')} required>
                <Choice<KeyAccountLevel>
                  options={KEY_ACCOUNT_LEVELS.map((value) => ({
                    value,
                    label: sayWord(KEY_ACCOUNT_LEVEL_LABELS[value]),
                  }))}
                />
              </Field>
              <Field name="tier" label={say('tier')} required>
                <Choice<KeyAccountTier>
                  options={KEY_ACCOUNT_TIERS.map((value) => ({
                    value,
                    label: sayWord(KEY_ACCOUNT_TIER_LABELS[value]),
                  }))}
                />
              </Field>
            </>
          )}
          <Field name="departmentId" label={say('department')} required>
            <Select
              options={known.departments
                .filter(({ archivedAt }) => archivedAt === null)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
          <Field name="reason" label={say('reason')} required>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1_000} />
          </Field>
          {!isRelease && <TestFields clientId={client.id} />}
        </Form>
      </Stack>
    </Panel>
  )
}
