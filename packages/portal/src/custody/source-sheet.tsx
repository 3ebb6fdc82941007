import {
  IMPORT_SOURCE_ACTION_LABELS,
  IMPORT_SOURCE_INPUTS,
  INFORMATION_MEDIUM_LABELS,
  type ImportSourceAction,
} from '@steward/domain'
import type { ImportSourceOccasion, SourceInCustodyFragment } from '@steward/graphql-client'
import {
  Alert,
  Button,
  Day,
  DescriptionList,
  Field,
  Form,
  Input,
  Instant,
  Stack,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'
import { useToday } from '../session/use-today.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { DestroyImportSource, VerifyImportSource } from './custody-documents.ts'
import { DestructionFields } from './destruction-fields.tsx'

const texts = messages({
  verify: {
    zh: '您确认导入结果已与原件核对，原件不再需要。',
    en: 'You confirm that what came in was compared with it, and that it is not needed any more.',
  },
  destroy: {
    zh: '您签署销毁记录（编制）；监销的主管经理再签一次才算销毁。系统内的文件届时连同密钥一起销毁，无法恢复。',
    en: 'You sign the destruction record; it counts once the supervising manager has signed, too. The file in the system is then destroyed with its key, for good.',
  },
  note: { zh: '怎样核对的', en: 'How it was compared' },
  verified: { zh: '已核对', en: 'Verified' },
  submitted: { zh: '销毁记录已提交监销人签字', en: 'The record awaits the supervising manager' },
  medium: { zh: '载体', en: 'Medium' },
  from: { zh: '来源', en: 'Received from' },
  project: { zh: '项目', en: 'Project' },
  custodian: { zh: '保管人', en: 'Custodian' },
  received: { zh: '接收', en: 'Received' },
  until: { zh: '最迟销毁', en: 'Destroy by' },
  verification: { zh: '核对', en: 'Verification' },
  certificate: { zh: '销毁记录', en: 'Destruction record' },
  openings: { zh: '谁打开过', en: 'Who opened it' },
  never: { zh: '系统内没有文件，无打开记录', en: 'No file in the system: nobody opened one here' },
  HANDED_OVER: { zh: '上传', en: 'Handed over' },
  LOOKED: { zh: '试运行', en: 'Dry run' },
  APPLIED: { zh: '写入', en: 'Applied' },
  REFUSED_ROWS: { zh: '下载被拒绝的行', en: 'Refused rows fetched' },
})

type Verb = Exclude<ImportSourceAction, 'receive'>

interface SourceSheetProps {
  readonly source: SourceInCustodyFragment
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** One source: what it is, in whose hands, who opened it, and what can be done with it now. */
export function SourceSheet({ source, onReload, onClose }: SourceSheetProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [asked, setAsked] = useState<Verb>()
  const isOpen = source.destruction?.status === 'IN_SIGNING'
  const verbs = (['verify', 'destroy'] as const).filter(
    (it) =>
      source.availableActions.includes(it === 'verify' ? 'VERIFY' : 'DESTROY') &&
      !(it === 'destroy' && isOpen),
  )
  if (asked)
    return (
      <VerbForm
        verb={asked}
        source={source}
        onReload={onReload}
        onCancel={() => setAsked(undefined)}
        onDone={async () => {
          onClose()
          await onReload()
        }}
      />
    )
  const occasion = (it: ImportSourceOccasion): string => say(it)
  return (
    <Stack gap={4}>
      <DescriptionList
        items={[
          { label: say('medium'), value: sayWord(INFORMATION_MEDIUM_LABELS[source.medium]) },
          { label: say('from'), value: source.receivedFrom },
          { label: say('project'), value: source.project?.name },
          { label: say('custodian'), value: source.custodian?.name },
          { label: say('received'), value: <Instant at={source.receivedAt} /> },
          { label: say('until'), value: <Day on={source.destroyBy} /> },
          { label: say('verification'), value: source.verification },
          { label: say('certificate'), value: source.destruction?.document?.number },
        ].filter(({ value }) => value)}
      />
      <Stack gap={1}>
        <span className="st-strong">{say('openings')}</span>
        {source.openings.length === 0 && <span className="st-quiet">{say('never')}</span>}
        {source.openings.map((opening) => (
          <span key={opening.id}>
            {opening.staff?.name} · {occasion(opening.occasion)} · <Instant at={opening.at} />
          </span>
        ))}
      </Stack>
      <div className="st-inline" style={{ gap: 8 }}>
        {verbs.map((verb) => (
          <Button
            key={verb}
            type={verb === 'verify' ? 'primary' : 'default'}
            danger={verb === 'destroy'}
            onClick={() => setAsked(verb)}
          >
            {sayWord(IMPORT_SOURCE_ACTION_LABELS[verb])}
          </Button>
        ))}
      </div>
    </Stack>
  )
}

interface Values {
  readonly note?: string
  readonly method?: string
  readonly place?: string
  readonly destroyedOn?: string
  readonly witnesses?: string
}

interface VerbFormProps {
  readonly verb: Verb
  readonly source: SourceInCustodyFragment
  readonly onReload: () => Promise<unknown>
  readonly onCancel: () => void
  readonly onDone: () => Promise<void>
}

function VerbForm({ verb, source, onReload, onCancel, onDone }: VerbFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const today = useToday()
  const verify = useFreshAct(VerifyImportSource, onReload)
  const destroy = useFreshAct(DestroyImportSource, onReload)
  const step = { importSourceId: source.id, expectedVersion: source.version }
  const send = ({ note = '', method = '', place = '', destroyedOn = '', witnesses }: Values) =>
    verb === 'verify'
      ? verify({ ...step, note })
      : destroy({ ...step, method, place, destroyedOn, ...(witnesses ? { witnesses } : {}) })
  return (
    <Form<Values>
      label={sayWord(IMPORT_SOURCE_ACTION_LABELS[verb])}
      verb={sayWord(IMPORT_SOURCE_ACTION_LABELS[verb])}
      initial={verb === 'destroy' ? { destroyedOn: today } : {}}
      onCancel={onCancel}
      check={(values) => check(IMPORT_SOURCE_INPUTS[verb], { ...values, expectedVersion: source.version })}
      onSubmit={async (values) => {
        const { refused } = await send(values)
        if (refused) return refused
        notify.done(say(verb === 'verify' ? 'verified' : 'submitted'))
        await onDone()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Alert type={verb === 'destroy' ? 'warning' : 'info'} showIcon title={say(verb)} />
        {verb === 'verify' ? (
          <Field name="note" label={say('note')} required>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Field>
        ) : (
          <DestructionFields />
        )}
      </Stack>
    </Form>
  )
}
