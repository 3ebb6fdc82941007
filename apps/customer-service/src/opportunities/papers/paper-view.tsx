import { lineMinor, paragraphsOf } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useMoneyText } from '@steward/portal'
import { DataTable, Paper, PaperPart, Stack } from '@steward/ui'

export const ProposalWords = graphql(/* GraphQL */ `
  fragment ProposalWords on SalesProposal {
    id
    totalMinor
    clauses {
      position
      heading
      body
      part
    }
    lines {
      service
      unit
      quantityHundredths
      offeredMinor
    }
  }
`)

export const AgreementWords = graphql(/* GraphQL */ `
  fragment AgreementWords on ServiceAgreement {
    id
    totalMinor
    clauses {
      position
      heading
      body
      part
    }
    lines {
      service
      unit
      quantityHundredths
      offeredMinor
    }
  }
`)

const texts = messages({
  paper: { zh: '正文', en: 'What it says' },
  clause: { zh: '第 {{count}} 条', en: '{{count}}.' },
  free: { zh: '（自由条款，尚未填写）', en: '(a free clause, not worded yet)' },
  lines: { zh: '报价明细', en: 'Prices' },
  service: { zh: '服务内容', en: 'Service' },
  quantity: { zh: '数量', en: 'Quantity' },
  price: { zh: '单价', en: 'Price' },
  sum: { zh: '金额', en: 'Sum' },
  total: { zh: '合计 {{total}}', en: 'In all {{total}}' },
})

interface Words {
  readonly totalMinor: number
  readonly clauses?: readonly Clause[] | null
  readonly lines?: readonly Line[] | null
}
export interface Clause {
  readonly position: number
  readonly heading: string
  readonly body: string
  readonly part: string
}
interface Line {
  readonly service: string
  readonly unit: string
  readonly quantityHundredths: number
  readonly offeredMinor: number
}

/** A proposal or an agreement as its reader sees it: clauses in their order, the prices where they stand. */
export function PaperView({ clauses, lines, totalMinor }: Words) {
  const say = useMessages(texts)
  return (
    <Paper label={say('paper')}>
      {(clauses ?? []).map(({ position, heading, body, part }) => (
        <Stack key={position} gap={2}>
          <PaperPart
            mark={say('clause', { count: position })}
            heading={heading}
            paragraphs={part === 'FREE' && body === '' ? [say('free')] : paragraphsOf(body)}
          />
          {part === 'PRICES' && <Prices lines={lines ?? []} totalMinor={totalMinor} />}
        </Stack>
      ))}
    </Paper>
  )
}

function Prices({ lines, totalMinor }: { readonly lines: readonly Line[]; readonly totalMinor: number }) {
  const say = useMessages(texts)
  const money = useMoneyText()
  return (
    <>
      <DataTable
        label={say('lines')}
        rows={lines}
        rowKey={({ service, unit, quantityHundredths }) => `${service}/${unit}/${quantityHundredths}`}
        columns={[
          { key: 'service', title: say('service'), render: ({ service }) => service },
          {
            key: 'quantity',
            title: say('quantity'),
            align: 'end',
            render: ({ quantityHundredths, unit }) => `${quantityHundredths / 100} ${unit}`,
          },
          {
            key: 'price',
            title: say('price'),
            align: 'end',
            render: ({ offeredMinor }) => money(offeredMinor),
          },
          {
            key: 'sum',
            title: say('sum'),
            align: 'end',
            render: ({ offeredMinor, quantityHundredths }) =>
              money(lineMinor(offeredMinor, quantityHundredths)),
          },
        ]}
        empty={null}
      />
      <p className="st-strong">{say('total', { total: money(totalMinor) })}</p>
    </>
  )
}

export const ProposalView = ({ proposal }: { readonly proposal: FragmentType<typeof ProposalWords> }) => (
  <PaperView {...readFragment(ProposalWords, proposal)} />
)
export const AgreementView = ({ agreement }: { readonly agreement: FragmentType<typeof AgreementWords> }) => (
  <PaperView {...readFragment(AgreementWords, agreement)} />
)
