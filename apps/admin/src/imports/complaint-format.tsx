import {
  COMPLAINT_MAPPINGS,
  IMPORT_ENCODING_NAMES,
  IMPORT_ENCODINGS,
  type ImportEncoding,
} from '@steward/domain'
import { messages, useAct, useMessages } from '@steward/portal'
import { Alert, Button, Fold, Panel, Select, Stack } from '@steward/ui'
import { useState } from 'react'
import { StartImport } from './import-run-parts.ts'
import { MappingChoice } from './mapping-choice.tsx'
import type { Uploaded } from './upload.ts'

const texts = messages({
  format: { zh: '三、确认格式', en: '3. Confirm the format' },
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
})

interface ComplaintFormatProps {
  readonly file: Uploaded
  readonly onStarted: (id: string) => void
}

/** Old cases come by a mapping that is built in: which one, and a dry run of it. */
export function ComplaintFormat({ file, onStarted }: ComplaintFormatProps) {
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
