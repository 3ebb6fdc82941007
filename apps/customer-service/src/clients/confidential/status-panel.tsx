import { STATUS_RECORD, STATUS_SEALED_FIELDS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useAct, useMay, useMessages } from '@steward/portal'
import {
  Button,
  EditIcon,
  HistoryIcon,
  Inline,
  Instant,
  Panel,
  Sheet,
  Stack,
  useNotify,
  WitnessIcon,
} from '@steward/ui'
import { useState } from 'react'
import { RecordStatusForm } from './record-status-form.tsx'
import { RevealSheet } from './reveal-sheet.tsx'
import { StatusHistory } from './status-history.tsx'
import { StatusLines } from './status-lines.tsx'
import { StatusRecordParts } from './status-record-parts.ts'

export const ClientStatusPanelFragment = graphql(/* GraphQL */ `
  fragment ClientStatusPanel on Client {
    id
    kind
    archivedAt
    statusRecords {
      id
      ...StatusRecordParts
    }
  }
`)

const RevealStatus = graphql(/* GraphQL */ `
  mutation RevealStatusOfClient($input: RevealStatusOfClientInput!) {
    revealStatusOfClient(input: $input) {
      ... on RevealedStatus {
        banks
        bankAccount
        loans
        cashTurnoverMinor
        creditStatus
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '客户状况记录', en: 'Status record' },
  record: { zh: '登记', en: 'Record' },
  renew: { zh: '登记新版', en: 'Record a new version' },
  history: { zh: '历次记录', en: 'History' },
  reveal: { zh: '查看资金与信用', en: 'Show money and credit' },
  nothing: { zh: '尚未登记企业状况。', en: 'How the company stands was never recorded.' },
  version: { zh: '第 {{ordinal}} 版', en: 'Version {{ordinal}}' },
  saved: { zh: '已登记为新版', en: 'Recorded as a new version' },
})

/** How a company stands: the version in force, the way to those before it, and to the next. */
export function ClientStatusPanel({
  client,
  onChanged,
}: {
  readonly client: FragmentType<typeof ClientStatusPanelFragment>
  readonly onChanged: () => void
}) {
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const reveal = useAct(RevealStatus)
  const [open, setOpen] = useState<'form' | 'history' | 'reveal'>()
  const close = () => setOpen(undefined)
  const { id, kind, archivedAt, statusRecords } = readFragment(ClientStatusPanelFragment, client)
  const versions = readFragment(StatusRecordParts, statusRecords)
  if (kind !== 'COMPANY' || !may('client:readStatus')) return null
  const [latest] = versions
  const sealed = Object.fromEntries(STATUS_SEALED_FIELDS.map((field) => [field, STATUS_RECORD[field]]))
  return (
    <Panel
      title={say('title')}
      actions={
        <Inline gap={2}>
          {latest && versions.length > 1 && (
            <Button type="text" icon={<HistoryIcon aria-hidden />} onClick={() => setOpen('history')}>
              {say('history')}
            </Button>
          )}
          {archivedAt === null && may('client:recordStatus') && (
            <Button type="text" icon={<EditIcon aria-hidden />} onClick={() => setOpen('form')}>
              {say(latest ? 'renew' : 'record')}
            </Button>
          )}
        </Inline>
      }
    >
      {latest ? (
        <Stack gap={4}>
          <StatusLines
            record={latest}
            moneyAction={
              latest.isReadable && latest.onFile.length > 0 && may('client:revealStatus') ? (
                <Button size="small" icon={<WitnessIcon aria-hidden />} onClick={() => setOpen('reveal')}>
                  {say('reveal')}
                </Button>
              ) : null
            }
          />
          <p className="st-quiet st-small">
            {say('version', { ordinal: latest.ordinal })} · {latest.recordedBy?.name} ·{' '}
            <Instant at={latest.recordedAt} />
          </p>
        </Stack>
      ) : (
        <p className="st-quiet">{say('nothing')}</p>
      )}
      {latest && (
        <RevealSheet
          open={open === 'reveal'}
          title={say('reveal')}
          particulars={sealed}
          onFile={latest.onFile}
          onReveal={(fields, reason) => reveal({ statusRecordId: latest.id, fields: [...fields], reason })}
          onClose={close}
        />
      )}
      <Sheet open={open === 'history'} title={say('history')} wide onClose={close}>
        <StatusHistory versions={versions} />
      </Sheet>
      <Sheet open={open === 'form'} title={say(latest ? 'renew' : 'record')} wide onClose={close}>
        <RecordStatusForm
          clientId={id}
          before={latest}
          onCancel={close}
          onSaved={() => {
            close()
            notify.done(say('saved'))
            onChanged()
          }}
        />
      </Sheet>
    </Panel>
  )
}
