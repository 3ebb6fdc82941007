import type { Particular } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import {
  Alert,
  Button,
  CheckboxGroup,
  DescriptionList,
  Field,
  Form,
  Inline,
  Input,
  Sheet,
  Stack,
  useFieldValue,
  useFillFields,
  type Refused,
} from '@steward/ui'
import { useState } from 'react'
import { ParticularValue } from './particular-value.tsx'

const texts = messages({
  which: { zh: '需要查看的内容', en: 'What you need to see' },
  reason: { zh: '用途', en: 'What it is needed for' },
  reasonHint: {
    zh: '查看的内容、对象、时间和用途都会记入查阅台账，由品质管理查看。',
    en: 'What, of whom, when and why goes into the ledger of reading, which quality management reads.',
  },
  verb: { zh: '查看', en: 'Show' },
  shown: {
    zh: '仅在此处显示，关闭后需重新说明用途。',
    en: 'Shown here only; once closed, it takes a reason again.',
  },
  close: { zh: '看完了', en: 'Done' },
  visit: { zh: '准备拜访', en: 'Preparing a visit' },
  grading: { zh: '客户分级评估', en: 'Evaluating the client' },
  dunning: { zh: '核对欠费与付款能力', en: 'Checking arrears and means to pay' },
  identity: { zh: '核实客户身份', en: 'Checking who the client is' },
})

const USUAL = ['visit', 'grading', 'dunning', 'identity'] as const

/** What was shown: by name of the line. */
export type Revealed = Readonly<Record<string, string | number | null | undefined>>

interface RevealSheetProps {
  readonly open: boolean
  readonly title: string
  readonly particulars: Readonly<Record<string, Particular>>
  readonly onFile: readonly string[]
  readonly onReveal: (
    fields: readonly string[],
    reason: string,
  ) => Promise<{ readonly done?: Revealed | undefined; readonly refused?: Refused | undefined }>
  readonly onClose: () => void
}

interface Values {
  readonly fields: readonly string[]
  readonly reason: string
}

/** Asks which lines are needed, and for what; shows them, and forgets them when it is closed. */
export function RevealSheet({ open, title, onClose, ...rest }: RevealSheetProps) {
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <Revealing title={title} onClose={onClose} {...rest} />
    </Sheet>
  )
}

function Revealing({ title, particulars, onFile, onReveal, onClose }: Omit<RevealSheetProps, 'open'>) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [shown, setShown] = useState<Revealed>()
  const lines = Object.entries(particulars).filter(([field]) => onFile.includes(field))
  if (shown) {
    return (
      <Stack gap={4}>
        <Alert type="warning" showIcon title={say('shown')} />
        <DescriptionList
          items={lines
            .filter(([field]) => (shown[field] ?? null) !== null)
            .map(([field, particular]) => ({
              label: sayWord(particular.label),
              value: <ParticularValue particular={particular} value={shown[field]!} />,
            }))}
        />
        <Inline>
          <Button type="primary" autoFocus onClick={onClose}>
            {say('close')}
          </Button>
        </Inline>
      </Stack>
    )
  }
  return (
    <Form<Values>
      label={title}
      verb={say('verb')}
      initial={lines.length === 1 ? { fields: [lines[0]![0]] } : {}}
      onCancel={onClose}
      onSubmit={async ({ fields, reason }) => {
        const { done, refused } = await onReveal(fields, reason)
        if (!done) return refused
        setShown(done)
        return undefined
      }}
    >
      <Field name="fields" label={say('which')} required>
        <CheckboxGroup options={lines.map(([value, { label }]) => ({ value, label: sayWord(label) }))} />
      </Field>
      <Field name="reason" label={say('reason')} hint={say('reasonHint')} required>
        <Input maxLength={200} />
      </Field>
      <UsualReasons />
    </Form>
  )
}

/** One touch in place of a sentence. */
function UsualReasons() {
  const say = useMessages(texts)
  const fill = useFillFields<{ reason: string }>()
  const now = useFieldValue<string>('reason')
  return (
    <div className="st-field-wide st-above-field">
      <Inline gap={2}>
        {USUAL.map((key) => (
          <Button
            key={key}
            size="small"
            aria-pressed={now === say(key)}
            onClick={() => fill({ reason: say(key) })}
          >
            {say(key)}
          </Button>
        ))}
      </Inline>
    </div>
  )
}
