import type { LedgerVerificationPartsFragment } from '@steward/graphql-client'
import { messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, DataTable, Panel, Stack, StatusTag, useUi, type Column } from '@steward/ui'

const texts = messages({
  findings: { zh: '哪里不对', en: 'What is wrong' },
  notes: { zh: '说明', en: 'Worth knowing' },
  where: { zh: '位置', en: 'Where' },
  what: { zh: '问题', en: 'Finding' },
  case: { zh: '案件', en: 'Case' },
  act: { zh: '审计记录', en: 'Entry of the trail' },
  see: { zh: '查看记录', en: 'See the entry' },
  entry: { zh: '第 {{entry}} 号条目', en: 'Entry {{entry}}' },
  whole: { zh: '台账整体', en: 'The ledger as a whole' },
  wholeTrail: { zh: '整条记录', en: 'The trail as a whole' },
  more: {
    zh: '另有 {{count}} 处未列出；导出台账后离线核验可看到全部。',
    en: '{{count}} more are not listed; export the ledger and check it offline to see all.',
  },
})

type Remark = LedgerVerificationPartsFragment['findings'][number]

/** Each finding in plain words, with its place and the case that it is about; and what is no fault but worth knowing. */
export function VerificationFindings({ run }: { readonly run: LedgerVerificationPartsFragment }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const number = new Intl.NumberFormat(useUi().locale)
  const columns = useColumns(run.chain === 'AUDIT')
  const { findings, findingCount, notes } = run
  const more = findingCount - findings.length
  return (
    <>
      {findings.length > 0 && (
        <Panel title={say('findings')} flush>
          <DataTable
            label={say('findings')}
            columns={columns}
            rows={findings}
            rowKey={(finding) => `${findings.indexOf(finding)}`}
          />
          {more > 0 && <p className="st-quiet">{say('more', { count: number.format(more) })}</p>}
        </Panel>
      )}
      {notes.length > 0 && (
        <Panel title={say('notes')}>
          <Stack gap={2}>
            {notes.map(({ textZh: zh, textEn: en }) => (
              <div key={en}>{sayWord({ zh, en })}</div>
            ))}
          </Stack>
        </Panel>
      )}
    </>
  )
}

function useColumns(isAudit: boolean): readonly Column<Remark>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  return [
    {
      key: 'where',
      title: say('where'),
      width: '160px',
      card: 'tag',
      render: ({ entry }) => (
        <StatusTag tone="bad">
          {entry === null ? say(isAudit ? 'wholeTrail' : 'whole') : say('entry', { entry })}
        </StatusTag>
      ),
    },
    {
      key: 'what',
      title: say('what'),
      card: 'lead',
      render: ({ textZh: zh, textEn: en }) => sayWord({ zh, en }),
    },
    {
      key: 'case',
      title: say(isAudit ? 'act' : 'case'),
      width: '130px',
      render: ({ auditEntryId, complaintId, complaintNumber }) =>
        auditEntryId ? (
          <AppLink to={path(`audit?entry=${auditEntryId}`)}>{say('see')}</AppLink>
        ) : complaintId && may('portal:customerService') ? (
          <AppLink to={`/customer-service/complaints/${complaintId}`}>{complaintNumber}</AppLink>
        ) : (
          (complaintNumber ?? '—')
        ),
    },
  ]
}
