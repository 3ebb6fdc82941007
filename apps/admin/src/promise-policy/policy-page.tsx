import { useQuery } from '@apollo/client/react'
import { DEFAULT_PROMISE_RULES, type PromiseRule } from '@steward/domain'
import { FailureState, messages, useDraft, useFreshAct, useMay, useMessages } from '@steward/portal'
import {
  Alert,
  Button,
  Inline,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Stack,
  StatusTag,
  useNotify,
  WithAside,
} from '@steward/ui'
import { useState } from 'react'
import {
  PromisePolicies,
  ruleInput,
  rulesOf,
  SetPromisePolicy,
  type Category,
  type Revision,
} from './policy-documents.ts'
import { PolicyRules } from './policy-rules.tsx'
import { TryCase } from './try-case.tsx'

const texts = messages({
  title: { zh: '承诺政策', en: 'Promise policy' },
  subtitle: {
    zh: '登记案件时，系统按最符合的一条规则向客户承诺时限',
    en: 'When a case is registered, the rule that fits it best says what is promised to the client',
  },
  frozen: {
    zh: '每宗案件沿用登记时的版本：保存新版只影响之后登记的案件，已作出的承诺不变。',
    en: 'A case keeps the revision it was registered under: a new revision holds for cases registered from then on, promises already made stay.',
  },
  save: { zh: '保存为第 {{count}} 版', en: 'Save as revision {{count}}' },
  leave: { zh: '放弃改动', en: 'Discard the changes' },
  unsaved: { zh: '有未保存的改动', en: 'There are unsaved changes' },
  older: {
    zh: '这些改动是在第 {{count}} 版上做的，此后已有新版：保存前请核对，否则会覆盖别人的改动。',
    en: 'These changes were made on revision {{count}}, and a newer one holds since: look them over before saving, or what others changed is undone.',
  },
  saved: {
    zh: '第 {{count}} 版已生效，用于此后登记的案件',
    en: 'Revision {{count}} holds for cases registered from now on',
  },
  revisions: { zh: '版本', en: 'Revisions' },
  revision: { zh: '第 {{count}} 版', en: 'Revision {{count}}' },
  builtIn: { zh: '内置政策，尚未修改', en: 'The built-in policy, unchanged' },
  inForce: { zh: '现行', en: 'in force' },
  first: { zh: '初始', en: 'initial' },
})

/** What is owed to clients by rule: read by all who handle cases, set by who answers for it. */
export function PolicyPage() {
  const { data, error, refetch } = useQuery(PromisePolicies)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  return <Policy revisions={data.promisePolicies} categories={data.complaintCategories} onReload={refetch} />
}

/** Changes that were never saved, and the revision they were made on. */
interface Unsaved {
  readonly revision: number
  readonly rules: readonly PromiseRule[]
}

interface PolicyProps {
  readonly revisions: readonly Revision[]
  readonly categories: readonly Category[]
  readonly onReload: () => Promise<unknown>
}

function Policy({ revisions, categories, onReload }: PolicyProps) {
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const set = useFreshAct(SetPromisePolicy, onReload)
  const [inForce] = revisions
  const kept = useDraft<Unsaved>('promise-policy')
  const changes = may('promisePolicy:set') ? kept.found : undefined
  const [draft, setDraft] = useState(changes as Unsaved | undefined)
  const [busy, setBusy] = useState(false)
  const revision = inForce?.revision ?? 0
  const [problem, setProblem] = useState(
    changes?.revision === undefined || changes.revision === revision
      ? undefined
      : say('older', { count: changes.revision }),
  )
  const rules = draft?.rules ?? (inForce ? rulesOf(inForce) : DEFAULT_PROMISE_RULES)
  const change = (changed: readonly PromiseRule[]) => {
    const unsaved = { revision: draft?.revision ?? revision, rules: changed }
    setDraft(unsaved)
    kept.keep(unsaved)
  }
  const leave = () => {
    setDraft(undefined)
    kept.drop()
  }
  const save = async () => {
    setBusy(true)
    const { done, refused } = await set({ expectedRevision: revision, rules: rules.map(ruleInput) })
    setBusy(false)
    setProblem(refused && (Object.values(refused.fields ?? {}).join(' ') || refused.message))
    if (!done) return
    await onReload()
    leave()
    notify.done(say('saved', { count: done.revision }))
  }
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <Stack gap={4}>
        <Alert type="info" showIcon title={say('frozen')} />
        {draft && (
          <Alert
            type="warning"
            showIcon
            role="status"
            title={say('unsaved')}
            description={problem}
            action={
              <Inline>
                <Button type="primary" loading={busy} onClick={() => void save()}>
                  {say('save', { count: revision + 1 })}
                </Button>
                <Button
                  disabled={busy}
                  onClick={() => {
                    leave()
                    setProblem(undefined)
                  }}
                >
                  {say('leave')}
                </Button>
              </Inline>
            }
          />
        )}
        <WithAside
          aside={
            <>
              <TryCase rules={rules} categories={categories} />
              <Revisions revisions={revisions} />
            </>
          }
        >
          <PolicyRules
            rules={rules}
            categories={categories}
            onChange={may('promisePolicy:set') ? change : undefined}
          />
        </WithAside>
      </Stack>
    </>
  )
}

function Revisions({ revisions }: { readonly revisions: readonly Revision[] }) {
  const say = useMessages(texts)
  return (
    <Panel title={say('revisions')}>
      {revisions.length === 0 ? (
        <p className="st-quiet">{say('builtIn')}</p>
      ) : (
        <Stack gap={2}>
          {revisions.map(({ id, revision, setAt, setBy }, at) => (
            <Inline key={id} gap={2}>
              <span className="st-strong">{say('revision', { count: revision })}</span>
              {at === 0 && <StatusTag tone="good">{say('inForce')}</StatusTag>}
              <span className="st-quiet">
                {setBy?.name ?? say('first')} · <Instant at={setAt} />
              </span>
            </Inline>
          ))}
        </Stack>
      )}
    </Panel>
  )
}
