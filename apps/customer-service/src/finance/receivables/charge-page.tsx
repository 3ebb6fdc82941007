import { useLazyQuery } from '@apollo/client/react'
import {
  FEE_GAP_LABELS,
  RECEIVABLE_KIND_LABELS,
  RECEIVABLE_KINDS,
  type FeeGap,
  type ReceivableKind,
} from '@steward/domain'
import type { FeePreviewQuery } from '@steward/graphql-client'
import {
  Amount,
  FailureState,
  messages,
  useAct,
  useList,
  useMessages,
  useMoneyText,
  usePortalPath,
  useSay,
  useToday,
  useViewer,
} from '@steward/portal'
import {
  Alert,
  Button,
  Columns,
  DataTable,
  Field,
  Fields,
  Form,
  Input,
  MoneyInput,
  PageHeader,
  Panel,
  Select,
  Stack,
  Stat,
  useNotify,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { optionsOf } from '../../clients/page/options.ts'
import { ProjectSelect } from '../project-select.tsx'
import { FeePreview, RegisterManyReceivables } from './receivable-documents.ts'

const texts = messages({
  title: { zh: '批量计费', en: 'Charge a project' },
  subtitle: {
    zh: '按单价 × 计费面积；先预览每一户与合计，确认后一次写入',
    en: 'Rate × chargeable area: each line and the total are shown first, then written at once',
  },
  back: { zh: '应收', en: 'Receivables' },
  project: { zh: '项目', en: 'Project' },
  kind: { zh: '种类', en: 'Kind' },
  period: { zh: '所属月份', en: 'Month' },
  rate: { zh: '单价（每平方米）', en: 'Rate per square metre' },
  dueOn: { zh: '到期日', en: 'Due on' },
  preview: { zh: '预览', en: 'Preview' },
  total: { zh: '合计', en: 'Total' },
  count: { zh: '计费户数', en: 'Units charged' },
  left: { zh: '未计费', en: 'Left out' },
  leftUnits: { zh: '{{gap}}：{{units}}', en: '{{gap}}: {{units}}' },
  more: { zh: '{{units}} 等 {{count}} 户', en: '{{units}} and others, {{count}} in all' },
  lines: { zh: '每户金额', en: 'Each line' },
  unit: { zh: '房号', en: 'Unit' },
  client: { zh: '客户', en: 'Client' },
  area: { zh: '面积 m²', en: 'Area m²' },
  amount: { zh: '金额', en: 'Amount' },
  write: { zh: '写入 {{count}} 笔，合计 {{total}}', en: 'Write {{count}} lines, {{total}} in all' },
  done: { zh: '已写入 {{count}} 笔应收', en: '{{count}} receivables are written' },
  nothing: { zh: '没有可计费的房号。', en: 'There is no unit to charge.' },
})

interface Values {
  readonly projectId?: string
  readonly kind: ReceivableKind
  readonly period: string
  readonly rateMinor?: number
  readonly dueOn: string
}

type Preview = FeePreviewQuery['feePreview']

/** A month's fees of a community: previewed with its total, written only as previewed. */
export function ChargePage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const today = useToday()
  const { currency } = useViewer().organization
  const [asked, setAsked] = useState<Values>()
  const [preview, { data, error }] = useLazyQuery(FeePreview, { fetchPolicy: 'network-only' })
  const inputOf = ({ projectId = '', kind, period, rateMinor = 0 }: Values) => ({
    projectId,
    kind,
    period,
    rateMinor,
  })
  return (
    <Stack gap={4}>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        back={{ to: path('finance/receivables'), label: say('back') }}
      />
      <Panel>
        <Form<Values>
          label={say('title')}
          verb={say('preview')}
          initial={{ kind: 'MANAGEMENT_FEE', period: today.slice(0, 7), dueOn: `${today.slice(0, 7)}-28` }}
          onChange={() => setAsked(undefined)}
          onSubmit={async (values) => {
            await preview({ variables: { input: inputOf(values) } })
            setAsked(values)
            return undefined
          }}
        >
          <Fields>
            <Field name="projectId" label={say('project')} required>
              <ProjectSelect />
            </Field>
            <Field name="kind" label={say('kind')} required>
              <Select options={optionsOf(RECEIVABLE_KINDS, RECEIVABLE_KIND_LABELS, sayWord)} />
            </Field>
            <Field name="period" label={say('period')} required>
              <Input type="month" />
            </Field>
            <Field name="rateMinor" label={say('rate')} required>
              <MoneyInput currency={currency} />
            </Field>
            <Field name="dueOn" label={say('dueOn')} required>
              <Input type="date" />
            </Field>
          </Fields>
        </Form>
      </Panel>
      {error && <FailureState error={error} />}
      {asked && data && <Previewed asked={asked} input={inputOf(asked)} preview={data.feePreview} />}
    </Stack>
  )
}

interface PreviewedProps {
  readonly asked: Values
  readonly input: { projectId: string; kind: ReceivableKind; period: string; rateMinor: number }
  readonly preview: Preview
}

function Previewed({ asked, input, preview }: PreviewedProps) {
  const say = useMessages(texts)
  const money = useMoneyText()
  const notify = useNotify()
  const path = usePortalPath()
  const { routing } = useUi()
  const write = useAct(RegisterManyReceivables)
  const [refusal, setRefusal] = useState<string>()
  const { count, totalMinor, lines } = preview
  const submit = async () => {
    const { done, refused } = await write({
      ...input,
      dueOn: asked.dueOn,
      expectedCount: count,
      expectedTotalMinor: totalMinor,
    })
    if (!done) {
      setRefusal([...Object.values(refused.fields ?? {}), refused.message].filter(Boolean)[0])
      return
    }
    notify.done(say('done', { count }))
    routing.go(path(`finance/receivables?project=${input.projectId}`))
  }
  return (
    <Panel title={say('lines')}>
      <Stack gap={4}>
        <Columns min={150} gap={3} fill>
          <Stat label={say('count')} value={count} />
          <Stat label={say('total')} value={<Amount minor={totalMinor} />} />
          <Stat label={say('left')} value={preview.left.length} />
        </Columns>
        <LeftOut left={preview.left} />
        {refusal && <Alert type="error" role="alert" title={refusal} />}
        {count === 0 ? (
          <span>{say('nothing')}</span>
        ) : (
          <>
            <span>
              <Button type="primary" onClick={() => void submit()}>
                {say('write', { count, total: money(totalMinor) })}
              </Button>
            </span>
            <DataTable
              label={say('lines')}
              rows={lines}
              rowKey={({ unitId }) => unitId}
              columns={[
                { key: 'unit', title: say('unit'), card: 'lead', render: ({ unitLabel }) => unitLabel },
                {
                  key: 'client',
                  title: say('client'),
                  render: ({ clientName, clientCode }) => `${clientName} · ${clientCode}`,
                },
                {
                  key: 'area',
                  title: say('area'),
                  align: 'end',
                  render: ({ areaHundredths }) => (areaHundredths / 100).toFixed(2),
                },
                {
                  key: 'amount',
                  title: say('amount'),
                  align: 'end',
                  render: ({ amountMinor }) => <Amount minor={amountMinor} />,
                },
              ]}
            />
          </>
        )}
      </Stack>
    </Panel>
  )
}

const SHOWN = 8

function LeftOut({ left }: { readonly left: Preview['left'] }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const list = useList()
  const gaps = [...new Set(left.map(({ gap }) => gap as FeeGap))]
  return (
    <>
      {gaps.map((gap) => {
        const labels = left.filter((it) => it.gap === gap).map(({ unitLabel }) => unitLabel)
        const units = list(labels.slice(0, SHOWN))
        return (
          <span key={gap} className="st-quiet">
            {say('leftUnits', {
              gap: sayWord(FEE_GAP_LABELS[gap]),
              units: labels.length > SHOWN ? say('more', { units, count: labels.length }) : units,
            })}
          </span>
        )
      })}
    </>
  )
}
