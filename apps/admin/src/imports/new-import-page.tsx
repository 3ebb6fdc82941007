import { IMPORT_KIND_LABELS, IMPORT_KIND_PERMISSIONS, IMPORT_KINDS, type ImportKind } from '@steward/domain'
import { messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import { Alert, Choice, PageHeader, Panel, useUi, WithAside } from '@steward/ui'
import { useState } from 'react'
import { ComplaintFormat } from './complaint-format.tsx'
import { FilePanel } from './file-panel.tsx'
import { RecordFormat } from './mapping/record-format.tsx'
import type { Uploaded } from './upload.ts'

const texts = messages({
  title: { zh: '导入文件', en: 'Import a file' },
  back: { zh: '导入', en: 'Imports' },
  kind: { zh: '二、文件里是什么', en: '2. What the file holds' },
  kindHint: {
    zh: '您能逐条录入的，才能成批导入。',
    en: 'What you may enter by hand you may bring in as a file.',
  },
  how: { zh: '导入的规则', en: 'How imports work' },
  ruleAll: {
    zh: '合格的行在一次写入中全部生效，中途取消或出错则一行也不写入。',
    en: 'All accepted rows come in at once; cancelled or broken off, none does.',
  },
  ruleRows: {
    zh: '有错的行不导入，可下载、改好后再导入；同一来源同一编号不会重复。',
    en: 'Rows with errors stay out and can be downloaded, corrected and imported; a key of the same source never comes in twice.',
  },
  ruleHistory: {
    zh: '投诉按原登记日期编号，标记为“导入，未签核”；不产生承诺、签核和通知。',
    en: 'Cases are numbered by their own day of opening and marked as imported, not signed: no promise, signature or notice.',
  },
  ruleHandled: {
    zh: '已在本系统办理或修改过的，再次导入时不会被覆盖。',
    en: 'What was worked on here is not overwritten by a later import.',
  },
  ruleUndo: {
    zh: '客户、房号和应收的导入可以整批撤销；别人已修改或以此为依据的（如已收款、已出对账单），逐行保留。',
    en: 'An import of clients, units or charges can be undone as a whole; what others have changed or built upon (a payment, a statement) stays, row by row.',
  },
  ruleCharges: {
    zh: '应收按房号找当月应缴的业主，也可写客户编号；同一房号、费用项目、月份只计一次，金额精确到分。',
    en: 'A charge goes to whoever owns the unit in its month, or to the client whose code is given; once for a unit, kind and month, exact to the fen.',
  },
})

const RULES = ['ruleAll', 'ruleRows', 'ruleHandled', 'ruleUndo', 'ruleCharges', 'ruleHistory'] as const

/** A file is handed over, what it holds is said, and a dry run started; importing follows from what that tells. */
export function NewImportPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { routing } = useUi()
  const [file, setFile] = useState<Uploaded>()
  const started = (id: string): void => routing.go(path(`imports/${id}`))
  return (
    <>
      <PageHeader title={say('title')} back={{ to: path('imports'), label: say('back') }} />
      <WithAside
        aside={
          <Panel title={say('how')}>
            <ul className="st-stack" style={{ gap: 12 }}>
              {RULES.map((rule) => (
                <li key={rule} className="st-quiet">
                  {say(rule)}
                </li>
              ))}
            </ul>
          </Panel>
        }
      >
        <FilePanel file={file} onFile={setFile} />
        {file?.refused && <Alert type="error" showIcon title={file.refused} role="alert" />}
        {file && !file.refused && <Contents key={file.id} file={file} onStarted={started} />}
      </WithAside>
    </>
  )
}

interface ContentsProps {
  readonly file: Uploaded
  readonly onStarted: (id: string) => void
}

/** What the file holds: found out from its columns, and corrected by the person. */
function Contents({ file, onStarted }: ContentsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const open = IMPORT_KINDS.filter((kind) => may(IMPORT_KIND_PERMISSIONS[kind]))
  const guessed = open.find((kind) => kind === file.kind)
  const [kind, setKind] = useState<ImportKind | undefined>(guessed ?? open[0])
  return (
    <>
      <Panel title={say('kind')}>
        <div className="st-stack" style={{ gap: 8 }}>
          <Choice
            label={say('kind')}
            options={open.map((value) => ({ value, label: sayWord(IMPORT_KIND_LABELS[value]) }))}
            value={kind}
            onChange={setKind}
          />
          <span className="st-small st-quiet">{say('kindHint')}</span>
        </div>
      </Panel>
      {kind === 'COMPLAINTS' ? (
        <ComplaintFormat file={file} onStarted={onStarted} />
      ) : (
        kind && <RecordFormat key={kind} kind={kind} file={file} onStarted={onStarted} />
      )}
    </>
  )
}
