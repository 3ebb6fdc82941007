import { useQuery } from '@apollo/client/react'
import { BREACH_ACTION_LABELS, BREACH_INPUTS } from '@steward/domain'
import { readFragment, type InformationBreachPageQuery } from '@steward/graphql-client'
import {
  Alert,
  Day,
  DescriptionList,
  EmptyState,
  Field,
  Form,
  HeaderActions,
  Inline,
  Input,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Sheet,
  Stack,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useLiveRecord } from '../live/use-live.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useWorkTab } from '../tabs/work-context.tsx'
import { BreachLine, OneBreach } from './inventory-documents.ts'
import { ConcludeInformationBreach, StateInformationBreach } from './inventory-mutations.ts'
import { BreachTag } from './inventory-tags.tsx'

const texts = messages({
  list: { zh: '违规记录', en: 'Breaches of confidentiality' },
  gone: { zh: '没有这条记录', en: 'There is no such record' },
  goneHint: { zh: '可能不存在，或您无权查看。', en: 'It does not exist, or is not for you to read.' },
  facts: { zh: '事实', en: 'What happened' },
  who: { zh: '当事人', en: 'Whose' },
  department: { zh: '部门', en: 'Department' },
  item: { zh: '清单条目', en: 'Item of the inventory' },
  on: { zh: '发生', en: 'Happened' },
  what: { zh: '查阅了什么', en: 'What was read' },
  evidence: { zh: '依据', en: 'What shows it' },
  check: { zh: '抽查时发现', en: 'Found at a check' },
  recorded: { zh: '记录', en: 'Recorded' },
  statement: { zh: '本人陈述', en: 'Statement of the person' },
  unstated: { zh: '还没有陈述。', en: 'None yet.' },
  conclusion: { zh: '结论', en: 'Conclusion' },
  unheard: { zh: '未听取的原因', en: 'Why not heard' },
  hidden: { zh: '内容不对您开放', en: 'The words are not for you to read' },
  stateHint: {
    zh: '用您自己的话说明经过；作出结论前可以修改。陈述会保存。',
    en: 'Say in your own words how it was. You may say it better until it is concluded. It is kept.',
  },
  concludeHint: { zh: '结论作出后不再修改。', en: 'A conclusion is not changed any more.' },
  unheardAsk: { zh: '本人未陈述，原因', en: 'The person made no statement: why' },
  done: { zh: '已登记', en: 'Done' },
})

type Breach = NonNullable<InformationBreachPageQuery['informationBreach']>
type Verb = 'state' | 'conclude'

/** One breach: what happened, what the person says to it, what follows. */
export function BreachPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { id = '' } = useParams()
  const [asked, setAsked] = useState<Verb>()
  const { data, error, refetch } = useQuery(OneBreach, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  useLiveRecord(id, () => void refetch())
  const line = data?.informationBreach && readFragment(BreachLine, data.informationBreach)
  useWorkTab(line?.number)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { informationBreach: breach } = data
  if (!breach || !line) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const verbs = (['state', 'conclude'] as const).filter((it) =>
    breach.availableActions.includes(it === 'state' ? 'STATE' : 'CONCLUDE'),
  )
  const choice = (key: Verb) => ({
    key,
    label: sayWord(BREACH_ACTION_LABELS[key]),
    onChoose: () => setAsked(key),
  })
  const [first, ...usual] = verbs.map(choice)
  return (
    <>
      <PageHeader
        title={line.number}
        back={{ to: path('breaches'), label: say('list') }}
        subtitle={
          <Inline gap={2}>
            <BreachTag status={line.status} />
          </Inline>
        }
        actions={<HeaderActions first={first} usual={usual} />}
      />
      <Stack gap={4}>
        <Panel title={say('facts')}>
          <DescriptionList
            items={[
              { label: say('who'), value: line.staff?.name },
              { label: say('department'), value: line.department?.name },
              { label: say('on'), value: <Day on={line.happenedOn} /> },
              { label: say('item'), value: breach.item?.name },
              { label: say('what'), value: breach.what ?? say('hidden') },
              { label: say('evidence'), value: breach.evidence },
              {
                label: say('check'),
                value: breach.check && (
                  <>
                    <Instant at={breach.check.checkedAt} /> {breach.check.note}
                  </>
                ),
              },
              {
                label: say('recorded'),
                value: (
                  <>
                    <Instant at={line.recordedAt} /> {breach.recordedBy?.name}
                  </>
                ),
              },
            ].filter(({ value }) => value)}
          />
        </Panel>
        <Panel title={say('statement')}>
          {breach.statedAt ? (
            <Stack gap={1}>
              <span style={{ whiteSpace: 'pre-wrap' }}>{breach.statement ?? say('hidden')}</span>
              <span className="st-quiet st-small">
                <Instant at={breach.statedAt} />
              </span>
            </Stack>
          ) : (
            <span className="st-quiet">{say('unstated')}</span>
          )}
        </Panel>
        {breach.concludedAt && (
          <Panel title={say('conclusion')}>
            <Stack gap={1}>
              <span style={{ whiteSpace: 'pre-wrap' }}>{breach.conclusion ?? say('hidden')}</span>
              {breach.unheard && (
                <span>
                  {say('unheard')}: {breach.unheard}
                </span>
              )}
              <span className="st-quiet st-small">
                <Instant at={breach.concludedAt} /> {breach.concludedBy?.name}
              </span>
            </Stack>
          </Panel>
        )}
      </Stack>
      <Sheet
        open={asked !== undefined}
        title={asked ? sayWord(BREACH_ACTION_LABELS[asked]) : ''}
        onClose={() => setAsked(undefined)}
      >
        {asked && (
          <VerbForm
            key={asked}
            verb={asked}
            breach={breach}
            onReload={refetch}
            onClose={() => setAsked(undefined)}
          />
        )}
      </Sheet>
    </>
  )
}

interface Values {
  readonly statement?: string
  readonly conclusion?: string
  readonly unheard?: string
}

interface VerbFormProps {
  readonly verb: Verb
  readonly breach: Breach
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

function VerbForm({ verb, breach, onReload, onClose }: VerbFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const state = useFreshAct(StateInformationBreach, onReload)
  const conclude = useFreshAct(ConcludeInformationBreach, onReload)
  const step = { informationBreachId: breach.id, expectedVersion: breach.version }
  return (
    <Form<Values>
      label={sayWord(BREACH_ACTION_LABELS[verb])}
      verb={sayWord(BREACH_ACTION_LABELS[verb])}
      initial={verb === 'state' && breach.statement ? { statement: breach.statement } : {}}
      onCancel={onClose}
      check={(values) => check(BREACH_INPUTS[verb], { ...values, expectedVersion: breach.version })}
      onSubmit={async ({ statement = '', conclusion = '', unheard }) => {
        const { refused } =
          verb === 'state'
            ? await state({ ...step, statement })
            : await conclude({ ...step, conclusion, ...(unheard ? { unheard } : {}) })
        if (refused) return refused
        notify.done(say('done'))
        onClose()
        await onReload()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Alert type="info" showIcon title={say(verb === 'state' ? 'stateHint' : 'concludeHint')} />
        {verb === 'state' ? (
          <Field name="statement" label={say('statement')} required>
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} />
          </Field>
        ) : (
          <>
            <Field name="conclusion" label={say('conclusion')} required>
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
            </Field>
            {!breach.statedAt && (
              <Field name="unheard" label={say('unheardAsk')} required>
                <Input maxLength={500} />
              </Field>
            )}
          </>
        )}
      </Stack>
    </Form>
  )
}
