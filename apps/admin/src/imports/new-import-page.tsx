import {
  COMPLAINT_MAPPINGS,
  IMPORT_ENCODING_NAMES,
  IMPORT_ENCODINGS,
  MAXIMUM_IMPORT_BYTES,
  type ImportEncoding,
} from '@steward/domain'
import { messages, useAct, useMessages, usePortalPath } from '@steward/portal'
import {
  Alert,
  Button,
  CheckIcon,
  Fold,
  ImportIcon,
  PageHeader,
  Panel,
  Progress,
  Select,
  Stack,
  Upload,
  useUi,
  WithAside,
} from '@steward/ui'
import { useState } from 'react'
import { fileSize } from './file-size.ts'
import { StartImport } from './import-run-parts.ts'
import { MappingChoice } from './mapping-choice.tsx'
import { uploadFile, type Uploaded } from './upload.ts'

const texts = messages({
  title: { zh: '导入文件', en: 'Import a file' },
  back: { zh: '导入', en: 'Imports' },
  file: { zh: '一、选择文件', en: '1. Choose the file' },
  drop: { zh: '把 CSV 文件拖到这里，或点击选择', en: 'Drop a CSV file here, or click to choose one' },
  dropHint: { zh: 'UTF-8 或 GB18030 编码，最大 50 MB', en: 'UTF-8 or GB18030, up to 50 MB' },
  another: { zh: '换一个文件', en: 'Another file' },
  tooLarge: { zh: '文件超过 50 MB，请分成几个文件。', en: 'The file is larger than 50 MB; divide it.' },
  noAnswer: {
    zh: '文件没有传上去，请检查网络后重试。',
    en: 'The file did not arrive. Check the network and try again.',
  },
  format: { zh: '二、确认格式', en: '2. Confirm the format' },
  found: { zh: '已按列名认出格式', en: 'The columns tell the format' },
  notFound: {
    zh: '从列名看不出格式，请自己选择；试运行会指出哪些列对不上。',
    en: 'The columns tell no format: choose one, and the dry run says which of them do not fit.',
  },
  more: { zh: '更多', en: 'More' },
  encoding: { zh: '编码', en: 'Encoding' },
  encodingHint: {
    zh: '一般自动识别；乱码时再指定',
    en: 'Found out by itself; name it if characters come out wrong',
  },
  byItself: { zh: '自动识别', en: 'Find out' },
  look: { zh: '试运行', en: 'Look first' },
  lookHint: {
    zh: '只检查，不写入：逐行报告问题，并说明会新增、更新多少。',
    en: 'Checks and writes nothing: it tells what is wrong line by line, and what would be new or changed.',
  },
  how: { zh: '导入的规则', en: 'How imports work' },
  ruleAll: {
    zh: '合格的行在一次写入中全部生效，中途取消或出错则一行也不写入。',
    en: 'All accepted rows come in at once; cancelled or broken off, none does.',
  },
  ruleRows: {
    zh: '有错的行不导入，可下载、改好后再导入；同一来源同一编号的投诉不会重复。',
    en: 'Rows with errors stay out and can be downloaded, corrected and imported; a key of the same source never comes in twice.',
  },
  ruleHistory: {
    zh: '按原登记日期编号，标记为“导入，未签核”；不产生承诺、签核和通知。',
    en: 'Cases are numbered by their own day of opening and marked as imported, not signed: no promise, signature or notice.',
  },
  ruleHandled: {
    zh: '已在本系统办理过的投诉，再次导入时不会被覆盖。',
    en: 'A case that was worked on here is not overwritten by a later import.',
  },
})

type Sending = { readonly name: string; readonly part: number }

/** A file is handed over, its format confirmed, and a dry run started; importing follows from what that tells. */
export function NewImportPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { routing } = useUi()
  const [file, setFile] = useState<Uploaded>()
  return (
    <>
      <PageHeader title={say('title')} back={{ to: path('imports'), label: say('back') }} />
      <WithAside
        aside={
          <Panel title={say('how')}>
            <ul className="st-stack" style={{ gap: 12 }}>
              {(['ruleAll', 'ruleRows', 'ruleHistory', 'ruleHandled'] as const).map((rule) => (
                <li key={rule} className="st-quiet">
                  {say(rule)}
                </li>
              ))}
            </ul>
          </Panel>
        }
      >
        <FilePanel file={file} onFile={setFile} />
        {file && (
          <FormatPanel key={file.id} file={file} onStarted={(id) => routing.go(path(`imports/${id}`))} />
        )}
      </WithAside>
    </>
  )
}

interface FilePanelProps {
  readonly file: Uploaded | undefined
  readonly onFile: (file: Uploaded | undefined) => void
}

function FilePanel({ file, onFile }: FilePanelProps) {
  const say = useMessages(texts)
  const { locale } = useUi()
  const [sending, setSending] = useState<Sending>()
  const [problem, setProblem] = useState<string>()

  const send = async (chosen: File): Promise<void> => {
    onFile(undefined)
    setProblem(undefined)
    if (chosen.size > MAXIMUM_IMPORT_BYTES) return setProblem(say('tooLarge'))
    setSending({ name: chosen.name, part: 0 })
    const outcome = await uploadFile(chosen, locale, (part) => setSending({ name: chosen.name, part }))
    setSending(undefined)
    if (outcome.file) onFile(outcome.file)
    else setProblem(outcome.problem ?? say('noAnswer'))
  }
  return (
    <Panel
      title={say('file')}
      actions={
        file && (
          <Button size="small" onClick={() => onFile(undefined)}>
            {say('another')}
          </Button>
        )
      }
    >
      <Stack gap={3}>
        {file ? (
          <span>
            <CheckIcon aria-hidden /> <span className="st-strong">{file.name}</span>{' '}
            <span className="st-quiet">{fileSize(file.sizeBytes, locale)}</span>
          </span>
        ) : sending ? (
          <div role="status">
            <span className="st-strong">{sending.name}</span>
            <Progress percent={Math.round(sending.part * 100)} />
          </div>
        ) : (
          <Upload.Dragger
            accept=".csv,.txt,.tsv,text/csv"
            showUploadList={false}
            beforeUpload={(chosen) => {
              void send(chosen)
              return false
            }}
          >
            <p style={{ fontSize: 28 }}>
              <ImportIcon aria-hidden />
            </p>
            <p className="st-strong">{say('drop')}</p>
            <p className="st-quiet">{say('dropHint')}</p>
          </Upload.Dragger>
        )}
        {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      </Stack>
    </Panel>
  )
}

interface FormatPanelProps {
  readonly file: Uploaded
  readonly onStarted: (id: string) => void
}

function FormatPanel({ file, onStarted }: FormatPanelProps) {
  const say = useMessages(texts)
  const startImport = useAct(StartImport)
  const [mapping, setMapping] = useState(file.mapping ?? COMPLAINT_MAPPINGS[0]!.name)
  const [encoding, setEncoding] = useState<ImportEncoding | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const look = async (): Promise<void> => {
    setBusy(true)
    const { done, refused } = await startImport({ fileId: file.id, mapping, encoding, dryRun: true })
    setBusy(false)
    if (done) onStarted(done.id)
    else setProblem(refused.message)
  }
  return (
    <Panel title={say('format')}>
      <Stack gap={4}>
        <Alert
          type={file.mapping ? 'success' : 'info'}
          showIcon
          title={say(file.mapping ? 'found' : 'notFound')}
        />
        <MappingChoice value={mapping} onChange={setMapping} />
        <Fold title={say('more')}>
          <label className="st-stack" style={{ gap: 4 }}>
            <span className="st-quiet">{say('encoding')}</span>
            <Select
              aria-label={say('encoding')}
              style={{ maxWidth: 240 }}
              value={encoding ?? ''}
              onChange={(value: ImportEncoding | '') => setEncoding(value === '' ? null : value)}
              options={[
                { value: '', label: say('byItself') },
                ...IMPORT_ENCODINGS.map((value) => ({ value, label: IMPORT_ENCODING_NAMES[value] })),
              ]}
            />
            <span className="st-small st-quiet">{say('encodingHint')}</span>
          </label>
        </Fold>
        {problem && <Alert type="error" showIcon title={problem} role="alert" />}
        <Stack gap={1}>
          <div>
            <Button type="primary" loading={busy} onClick={() => void look()}>
              {say('look')}
            </Button>
          </div>
          <span className="st-quiet st-small">{say('lookHint')}</span>
        </Stack>
      </Stack>
    </Panel>
  )
}
