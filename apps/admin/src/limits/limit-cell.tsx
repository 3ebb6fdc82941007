import { CAUSE_LABELS, ROLE_LABELS, type AuthorityLimit, type Cause, type Role } from '@steward/domain'
import { messages, useMessages, useSay, useViewer } from '@steward/portal'
import { Button, Inline, MatrixCell, MoneyInput, Stack, useUi, type Tone } from '@steward/ui'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { limitText } from './limit-text.ts'
import { heldAt, storedAt, whatIf } from './matrix.ts'

const texts = messages({
  general: { zh: '一般', en: 'general' },
  asGeneral: { zh: '同一般', en: 'as in general' },
  none: { zh: '无权', en: 'none' },
  cell: { zh: '修改{{role}}，{{cause}}：', en: 'Change {{role}}, {{cause}}:' },
  limit: { zh: '{{role}}，{{cause}}的限额', en: 'Limit of {{role}}, {{cause}}' },
  take: { zh: '采用', en: 'Take it over' },
  cancel: { zh: '放弃', en: 'Leave' },
  remove: { zh: '取消单列', en: 'Take away' },
  gains: {
    zh: '{{from}} 以上、{{to}} 以内，改由本岗位即可批准。',
    en: 'From above {{from}} to {{to}}, this role will be enough.',
  },
  loses: {
    zh: '{{from}} 以上、{{to}} 以内，须上报更高岗位批准。',
    en: 'From above {{from}} to {{to}}, a higher role will have to approve.',
  },
  overtakes: { zh: '注意：会高于{{role}}的限额。', en: 'Mind: this is above the limit of the {{role}}.' },
})

interface LimitCellProps {
  readonly limits: readonly AuthorityLimit[]
  readonly role: Role
  readonly cause: Cause | null
  readonly tone?: Tone | undefined
  /** Of a draft: the matrix with this cell as it was typed. Absent: only to be read. */
  readonly onChange?: ((limits: readonly AuthorityLimit[]) => void) | undefined
}

/** One cell: a value to read, and in a draft to change where it stands. */
export function LimitCell({ limits, role, cause, tone, onChange }: LimitCellProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { locale } = useUi()
  const { organization } = useViewer()
  const [editing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    // Whoever works by keyboard goes on from the cell.
    if (wasEditing.current && !editing) button.current?.focus()
    wasEditing.current = editing
  }, [editing])
  const stored = storedAt(limits, role, cause)
  const held = heldAt(limits, role, cause)
  const names = {
    role: sayWord(ROLE_LABELS[role]),
    cause: cause ? sayWord(CAUSE_LABELS[cause]) : say('general'),
  }
  if (editing && onChange)
    return (
      <LimitEditor
        {...{ limits, role, cause, onChange }}
        label={say('limit', names)}
        onClose={() => setEditing(false)}
      />
    )
  return (
    <MatrixCell
      ref={button}
      label={say('cell', names)}
      value={held > 0 || stored ? limitText(held, organization.currency, locale) : say('none')}
      note={!stored && cause !== null && held > 0 ? say('asGeneral') : undefined}
      own={stored !== undefined}
      tone={tone}
      onEdit={onChange ? () => setEditing(true) : undefined}
    />
  )
}

interface LimitEditorProps extends Omit<LimitCellProps, 'tone' | 'onChange'> {
  readonly label: string
  readonly onChange: (limits: readonly AuthorityLimit[]) => void
  readonly onClose: () => void
}

function LimitEditor({ limits, role, cause, label, onChange, onClose }: LimitEditorProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { locale } = useUi()
  const { organization } = useViewer()
  const stored = storedAt(limits, role, cause)
  const [typed, setTyped] = useState<number | null>(stored?.limitMinor ?? null)
  const money = (minor: number) => limitText(minor, organization.currency, locale)
  const meaning = typed === null ? undefined : whatIf(limits, role, cause, typed)
  const others = limits.filter((limit) => limit.role !== role || limit.cause !== cause)
  const close = (next: readonly AuthorityLimit[]) => {
    onChange(next)
    onClose()
  }
  const take = () => {
    if (typed !== null) close([...others, { role, cause, limitMinor: typed }])
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) take()
    else if (event.key === 'Escape') onClose()
    else return
    event.stopPropagation()
    event.preventDefault()
  }
  return (
    <div className="st-cell-editor" role="group" aria-label={label} onKeyDown={keys}>
      <Stack gap={2}>
        <MoneyInput
          label={label}
          currency={organization.currency}
          value={typed}
          onChange={setTyped}
          autoFocus
        />
        {meaning && (
          <p className="st-small">
            {say(meaning.gains ? 'gains' : 'loses', {
              from: money(meaning.aboveMinor),
              to: money(meaning.upToMinor),
            })}{' '}
            {meaning.overtakes && (
              <span className="st-warned">
                {say('overtakes', { role: sayWord(ROLE_LABELS[meaning.overtakes]) })}
              </span>
            )}
          </p>
        )}
        <Inline gap={1}>
          <Button size="small" type="primary" disabled={typed === null} onClick={take}>
            {say('take')}
          </Button>
          <Button size="small" onClick={onClose}>
            {say('cancel')}
          </Button>
          {stored && (
            <Button size="small" type="text" danger onClick={() => close(others)}>
              {say('remove')}
            </Button>
          )}
        </Inline>
      </Stack>
    </div>
  )
}
