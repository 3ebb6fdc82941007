import { useQuery } from '@apollo/client/react'
import {
  FEWEST_OPINIONS_SHOWN,
  KEY_ACCOUNT_OPINION_INPUT,
  SATISFACTION_LABELS,
  SATISFACTIONS,
} from '@steward/domain'
import type { Satisfaction } from '@steward/graphql-client'
import {
  messages,
  useAct,
  useCheckInput,
  useMay,
  useMessages,
  useSay,
  useToday,
  useViewer,
} from '@steward/portal'
import {
  Button,
  Card,
  Cards,
  Day,
  Field,
  Form,
  Input,
  Panel,
  Select,
  Sheet,
  Stack,
  Stat,
  StatusTag,
  useNotify,
  useUi,
  type Tone,
} from '@steward/ui'
import { useState } from 'react'
import { KeyAccountOpinionFigure, type AccountInFull } from './key-account-documents.ts'
import { RecordOpinionOfKeyAccount } from './key-account-mutations.ts'

const texts = messages({
  title: { zh: '对客户经理的意见', en: 'Opinion on their manager' },
  record: { zh: '登记', en: 'Record' },
  mean: { zh: '平均（1–7）', en: 'Mean (1–7)' },
  answers: {
    zh: '{{count}} 次回答，含该客户经理负责的其他大客户',
    en: {
      one: '{{count}} answer, over all accounts of this manager',
      other: '{{count}} answers, over all accounts of this manager',
    },
  },
  held: {
    zh: '关于您的意见已有 {{count}} 次；满 {{least}} 次后显示平均值，谁说了什么始终不显示。',
    en: 'There are {{count}} answers about you; the mean shows from {{least}} on. Who said what is never shown to you.',
  },
  none: { zh: '还没有登记过', en: 'None was recorded' },
  nobody: { zh: '指定专职客户经理后才能登记', en: 'To be recorded once somebody is named' },
  satisfaction: { zh: '满意程度', en: 'How satisfied' },
  words: { zh: '客户的原话', en: 'In their words' },
  on: { zh: '回答日期', en: 'Said on' },
  saved: { zh: '已登记；客户经理看不到是谁说的', en: 'Recorded; the manager does not see who said it' },
  hint: {
    zh: '由他人征询并登记，不由本人；本人只看得到满 {{least}} 次后的平均值。',
    en: 'Taken by somebody else; the manager sees a mean from {{least}} answers on, and nothing else.',
  },
})

const TONES: Readonly<Record<Satisfaction, Tone>> = {
  VERY_SATISFIED: 'good',
  SATISFIED: 'good',
  RATHER_SATISFIED: 'good',
  NEITHER: 'neutral',
  RATHER_DISSATISFIED: 'warn',
  DISSATISFIED: 'bad',
  VERY_DISSATISFIED: 'bad',
}

interface OpinionPanelProps {
  readonly account: AccountInFull
  readonly onReload: () => Promise<unknown>
}

/** What is thought of the one person named: a figure; each answer for whoever it is not about. */
export function OpinionPanel({ account, onReload }: OpinionPanelProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { locale } = useUi()
  const viewer = useViewer()
  const [recording, setRecording] = useState(false)
  const { data, refetch } = useQuery(KeyAccountOpinionFigure, {
    variables: { keyAccount: account.id },
    fetchPolicy: 'cache-and-network',
  })
  const figure = data?.keyAccountOpinionFigure
  const reload = () => Promise.all([onReload(), refetch()])
  const manager = account.client?.keyAccountManager
  const records =
    may('keyAccount:recordOpinion') &&
    account.releasedOn === null &&
    manager !== null &&
    manager?.id !== viewer.staff?.id
  const close = () => setRecording(false)
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 2 })
  return (
    <Panel
      title={say('title')}
      actions={
        records && (
          <Button size="small" onClick={() => setRecording(true)}>
            {say('record')}
          </Button>
        )
      }
    >
      <Stack gap={3}>
        {!data ? null : !figure ? (
          <p className="st-quiet">{say('nobody')}</p>
        ) : figure.isHeldBack ? (
          <p className="st-quiet">{say('held', { count: figure.answers, least: FEWEST_OPINIONS_SHOWN })}</p>
        ) : figure.meanHundredths === null ? (
          <p className="st-quiet">{say('none')}</p>
        ) : (
          <Stat
            label={say('mean')}
            value={number.format(figure.meanHundredths / 100)}
            note={say('answers', { count: figure.answers })}
          />
        )}
        {account.opinions && account.opinions.length > 0 && (
          <Cards label={say('title')}>
            {account.opinions.map(({ id, satisfaction, words, givenOn, takenBy }) => (
              <Card
                key={id}
                lead={<Day on={givenOn} />}
                tag={
                  <StatusTag tone={TONES[satisfaction]}>
                    {sayWord(SATISFACTION_LABELS[satisfaction])}
                  </StatusTag>
                }
              >
                {words && <p>{words}</p>}
                <p className="st-quiet st-small">{takenBy?.name}</p>
              </Card>
            ))}
          </Cards>
        )}
      </Stack>
      <Sheet open={recording} title={say('title')} onClose={close}>
        {recording && <OpinionForm account={account} onReload={reload} onClose={close} />}
      </Sheet>
    </Panel>
  )
}

interface Values {
  readonly satisfaction: Satisfaction
  readonly words?: string
  readonly givenOn: string
}

function OpinionForm({
  account,
  onReload,
  onClose,
}: Pick<OpinionPanelProps, 'account' | 'onReload'> & { readonly onClose: () => void }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const record = useAct(RecordOpinionOfKeyAccount)
  const inputOf = ({ satisfaction, words, givenOn }: Values) => ({
    keyAccountId: account.id,
    satisfaction,
    givenOn,
    ...(words ? { words } : {}),
  })
  return (
    <Form<Values>
      label={say('title')}
      verb={say('record')}
      initial={{ givenOn: useToday() }}
      onCancel={onClose}
      check={(values) => check(KEY_ACCOUNT_OPINION_INPUT, inputOf(values))}
      onSubmit={async (values) => {
        const { refused } = await record(inputOf(values))
        if (refused) return refused
        await onReload()
        notify.done(say('saved'))
        onClose()
        return undefined
      }}
    >
      <p className="st-quiet st-small">{say('hint', { least: FEWEST_OPINIONS_SHOWN })}</p>
      <Field name="satisfaction" label={say('satisfaction')} required>
        <Select
          options={SATISFACTIONS.map((value) => ({ value, label: sayWord(SATISFACTION_LABELS[value]) }))}
        />
      </Field>
      <Field name="words" label={say('words')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1_000} />
      </Field>
      <Field name="givenOn" label={say('on')} required>
        <Input type="date" />
      </Field>
    </Form>
  )
}
