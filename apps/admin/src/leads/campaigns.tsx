import { LEAD_SETTING_INPUTS } from '@steward/domain'
import { messages, useCheckInput, useFreshAct, useMay, useMessages, useViewer } from '@steward/portal'
import {
  AddIcon,
  Button,
  DataTable,
  Day,
  EmptyState,
  Field,
  Form,
  Inline,
  Input,
  Money,
  MoneyInput,
  Panel,
  Select,
  Sheet,
  StatusTag,
  useNotify,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { AmendCampaign, DefineCampaign, RestoreCampaign, RetireCampaign } from './lead-setting-documents.ts'
import type { CampaignRow, SourceRow } from './lead-settings-page.tsx'
import { useRetiring } from './use-retiring.ts'

const texts = messages({
  title: { zh: '推广活动', en: 'Campaigns' },
  add: { zh: '新增活动', en: 'Add a campaign' },
  none: { zh: '还没有推广活动', en: 'There is no campaign yet' },
  noneHint: {
    zh: '登记活动和费用，线索成效里就能看到每位客户花了多少。',
    en: 'With campaigns and their cost, the yield tells what each client did cost.',
  },
  name: { zh: '名称', en: 'Name' },
  source: { zh: '来源', en: 'Source' },
  time: { zh: '时间', en: 'Time' },
  startsOn: { zh: '开始', en: 'Begins' },
  endsOn: { zh: '结束', en: 'Ends' },
  cost: { zh: '费用', en: 'Cost' },
  costHint: {
    zh: '整个活动的费用；还不知道可以先不填',
    en: 'Of the whole campaign; leave it out until it is known',
  },
  state: { zh: '状态', en: 'State' },
  active: { zh: '使用中', en: 'In use' },
  retired: { zh: '已停用', en: 'Retired' },
  actions: { zh: '操作', en: 'Actions' },
  amend: { zh: '修改', en: 'Amend' },
  retire: { zh: '停用', en: 'Retire' },
  restore: { zh: '恢复', en: 'Restore' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  retiredNow: { zh: '{{name}}已停用，已有线索不变', en: '{{name}} is retired; its leads stay' },
  restoredNow: { zh: '{{name}}已恢复', en: '{{name}} is restored' },
  taken: { zh: '已有同名的活动。', en: 'There is a campaign of this name.' },
})

interface CampaignsProps {
  readonly campaigns: readonly CampaignRow[]
  readonly sources: readonly SourceRow[]
  readonly onReload: () => Promise<unknown>
}

export function Campaigns({ campaigns, sources, onReload }: CampaignsProps) {
  const say = useMessages(texts)
  const may = useMay()
  const [editing, setEditing] = useState<CampaignRow | 'new'>()
  const close = () => setEditing(undefined)
  const columns = useColumns(setEditing, onReload)
  return (
    <Panel
      flush
      title={say('title')}
      actions={
        may('campaign:define') && (
          <Button icon={<AddIcon aria-hidden />} onClick={() => setEditing('new')}>
            {say('add')}
          </Button>
        )
      }
    >
      <DataTable
        label={say('title')}
        columns={columns}
        rows={campaigns}
        rowKey={({ id }) => id}
        empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
      />
      <Sheet open={editing !== undefined} title={say(editing === 'new' ? 'add' : 'amend')} onClose={close}>
        {editing && (
          <CampaignForm
            campaign={editing === 'new' ? undefined : editing}
            sources={sources}
            onReload={onReload}
            onDone={close}
          />
        )}
      </Sheet>
    </Panel>
  )
}

function useColumns(
  onEdit: (row: CampaignRow) => void,
  onReload: () => Promise<unknown>,
): readonly Column<CampaignRow>[] {
  const say = useMessages(texts)
  const may = useMay()
  const { currency } = useViewer().organization
  const retire = useFreshAct(RetireCampaign, onReload)
  const restore = useFreshAct(RestoreCampaign, onReload)
  const settle = useRetiring(onReload)
  const actions = (row: CampaignRow) => {
    const seen = { campaignId: row.id, expectedVersion: row.version }
    const verb = row.retiredAt ? 'restore' : 'retire'
    return (
      <Inline gap={1} justify="flex-end">
        <Button type="text" aria-label={`${say('amend')} ${row.name}`} onClick={() => onEdit(row)}>
          {say('amend')}
        </Button>
        <Button
          type="text"
          danger={!row.retiredAt}
          aria-label={`${say(verb)} ${row.name}`}
          onClick={() =>
            void settle(
              () => (row.retiredAt ? restore : retire)(seen),
              say(row.retiredAt ? 'restoredNow' : 'retiredNow', { name: row.name }),
            )
          }
        >
          {say(verb)}
        </Button>
      </Inline>
    )
  }
  return [
    { key: 'name', title: say('name'), render: ({ name }) => <span className="st-strong">{name}</span> },
    { key: 'source', title: say('source'), width: '14%', render: ({ source }) => source?.name ?? '—' },
    {
      key: 'time',
      title: say('time'),
      width: '26%',
      render: ({ startsOn, endsOn }) => (
        <>
          <Day on={startsOn} /> – {endsOn && <Day on={endsOn} />}
        </>
      ),
    },
    ...(may('campaign:readCost')
      ? [
          {
            key: 'cost',
            title: say('cost'),
            width: '130px',
            align: 'end' as const,
            render: ({ costMinor }: CampaignRow) =>
              typeof costMinor === 'number' ? <Money minor={costMinor} currency={currency} /> : '—',
          },
        ]
      : []),
    {
      key: 'state',
      title: say('state'),
      width: '110px',
      card: 'tag',
      render: ({ retiredAt }) => (
        <StatusTag tone={retiredAt ? 'neutral' : 'good'}>{say(retiredAt ? 'retired' : 'active')}</StatusTag>
      ),
    },
    ...(may('campaign:amend')
      ? [{ key: 'actions', title: say('actions'), width: '170px', align: 'end' as const, render: actions }]
      : []),
  ]
}

interface Values {
  readonly name: string
  readonly sourceId: string
  readonly startsOn: string
  readonly endsOn?: string | null
  readonly costMinor?: number | null
}

function CampaignForm(props: {
  readonly campaign: CampaignRow | undefined
  readonly sources: readonly SourceRow[]
  readonly onReload: () => Promise<unknown>
  readonly onDone: () => void
}) {
  const { campaign, sources, onReload, onDone } = props
  const say = useMessages(texts)
  const notify = useNotify()
  const check = useCheckInput()
  const { currency } = useViewer().organization
  const define = useFreshAct(DefineCampaign, onReload)
  const amend = useFreshAct(AmendCampaign, onReload)
  const inputOf = ({ endsOn, costMinor, ...rest }: Values) => ({
    ...rest,
    endsOn: endsOn || null,
    costMinor: costMinor ?? null,
  })
  return (
    <Form<Values>
      label={say('title')}
      verb={say('save')}
      initial={
        campaign
          ? {
              name: campaign.name,
              startsOn: campaign.startsOn,
              endsOn: campaign.endsOn ?? null,
              costMinor: campaign.costMinor ?? null,
              ...(campaign.source ? { sourceId: campaign.source.id } : {}),
            }
          : {}
      }
      onCancel={onDone}
      check={(values) => check(LEAD_SETTING_INPUTS.defineCampaign, inputOf(values))}
      onSubmit={async (values) => {
        const { done, refused, refusal } = campaign
          ? await amend({ campaignId: campaign.id, expectedVersion: campaign.version, ...inputOf(values) })
          : await define(inputOf(values))
        if (refusal?.code === 'DUPLICATE') return { fields: { name: say('taken') } }
        if (done) {
          await onReload()
          notify.done(say('saved'))
          onDone()
        }
        return refused
      }}
    >
      <Field name="name" label={say('name')} required>
        <Input autoFocus autoComplete="off" maxLength={60} />
      </Field>
      <Field name="sourceId" label={say('source')} required>
        <Select
          options={sources
            .filter(({ id, retiredAt }) => !retiredAt || id === campaign?.source?.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field name="startsOn" label={say('startsOn')} required>
        <Input type="date" />
      </Field>
      <Field name="endsOn" label={say('endsOn')}>
        <Input type="date" />
      </Field>
      <Field name="costMinor" label={say('cost')} hint={say('costHint')}>
        <MoneyInput currency={currency} />
      </Field>
    </Form>
  )
}
