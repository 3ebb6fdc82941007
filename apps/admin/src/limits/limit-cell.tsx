import { CAUSE_LABELS, ROLE_LABELS, type Cause, type Role } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, type Outcome, useFreshAct, useMay, useMessages, useSay, useViewer } from '@steward/portal'
import {
  Alert,
  Button,
  Inline,
  MatrixCell,
  MoneyInput,
  Stack,
  useNotify,
  useUi,
  type Tone,
} from '@steward/ui'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { limitText } from './limit-text.ts'
import { heldAt, storedAt, whatIf, type Limit } from './matrix.ts'

const SetLimit = graphql(/* GraphQL */ `
  mutation SetAuthorityLimit($input: SetAuthorityLimitInput!) {
    setAuthorityLimit(input: $input) {
      ... on AuthorityLimit {
        id
        limitMinor
        version
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

const RemoveLimit = graphql(/* GraphQL */ `
  mutation RemoveAuthorityLimit($input: RemoveAuthorityLimitInput!) {
    removeAuthorityLimit(input: $input) {
      ... on RemovedAuthorityLimit {
        authorityLimitId
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const texts = messages({
  general: { zh: '一般', en: 'general' },
  asGeneral: { zh: '同一般', en: 'as in general' },
  none: { zh: '无权', en: 'none' },
  cell: { zh: '修改{{role}}，{{cause}}：', en: 'Change {{role}}, {{cause}}:' },
  limit: { zh: '{{role}}，{{cause}}的限额', en: 'Limit of {{role}}, {{cause}}' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '放弃', en: 'Leave' },
  remove: { zh: '取消单列', en: 'Take away' },
  saved: { zh: '核决权限已更新，立即生效', en: 'The limit is changed and holds at once' },
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
  readonly limits: readonly Limit[]
  readonly role: Role
  readonly cause: Cause | null
  readonly tone?: Tone | undefined
  readonly onReload: () => Promise<unknown>
}

/** One cell: a value to read, and for administrators to change where it stands. */
export function LimitCell({ limits, role, cause, tone, onReload }: LimitCellProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { locale } = useUi()
  const { organization } = useViewer()
  const [editing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const stored = storedAt(limits, role, cause)
  const held = heldAt(limits, role, cause)
  const value = held > 0 || stored ? limitText(held, organization.currency, locale) : say('none')
  const names = {
    role: sayWord(ROLE_LABELS[role]),
    cause: cause ? sayWord(CAUSE_LABELS[cause]) : say('general'),
  }
  const wasEditing = useRef(false)
  useEffect(() => {
    // Whoever works by keyboard goes on from the cell.
    if (wasEditing.current && !editing) button.current?.focus()
    wasEditing.current = editing
  }, [editing])
  if (editing) {
    return (
      <LimitEditor
        {...{ limits, role, cause, onReload }}
        label={say('limit', names)}
        onClose={() => setEditing(false)}
      />
    )
  }
  return (
    <MatrixCell
      ref={button}
      label={say('cell', names)}
      value={value}
      note={!stored && cause !== null && held > 0 ? say('asGeneral') : undefined}
      own={stored !== undefined}
      tone={tone}
      onEdit={may('limit:set') ? () => setEditing(true) : undefined}
    />
  )
}

interface LimitEditorProps extends Omit<LimitCellProps, 'tone'> {
  readonly label: string
  readonly onClose: () => void
}

function LimitEditor({ limits, role, cause, label, onReload, onClose }: LimitEditorProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const notify = useNotify()
  const { locale } = useUi()
  const { organization } = useViewer()
  const setLimit = useFreshAct(SetLimit, onReload)
  const removeLimit = useFreshAct(RemoveLimit, onReload)
  const stored = storedAt(limits, role, cause)
  const [typed, setTyped] = useState<number | null>(stored?.limitMinor ?? null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const money = (minor: number) => limitText(minor, organization.currency, locale)
  const meaning = typed === null ? undefined : whatIf(limits, role, cause, typed)

  const settle = async (act: () => Promise<Outcome<unknown, unknown>>) => {
    setBusy(true)
    const { done, refused } = await act()
    setBusy(false)
    setProblem(refused && (Object.values(refused.fields ?? {}).join(' ') || refused.message))
    if (!done) return
    await onReload()
    notify.done(say('saved'))
    onClose()
  }
  const save = () => {
    if (typed === null || busy) return
    if (typed === stored?.limitMinor) return onClose()
    void settle(() =>
      setLimit({
        role,
        limitMinor: typed,
        ...(cause ? { cause } : {}),
        ...(stored ? { expectedVersion: stored.version } : {}),
      }),
    )
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) save()
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
        {problem && <Alert type="error" showIcon title={problem} role="alert" />}
        <Inline gap={1}>
          <Button size="small" type="primary" loading={busy} disabled={typed === null} onClick={save}>
            {say('save')}
          </Button>
          <Button size="small" onClick={onClose}>
            {say('cancel')}
          </Button>
          {stored && may('limit:remove') && (
            <Button
              size="small"
              type="text"
              danger
              disabled={busy}
              onClick={() =>
                void settle(() =>
                  removeLimit({ authorityLimitId: stored.id, expectedVersion: stored.version }),
                )
              }
            >
              {say('remove')}
            </Button>
          )}
        </Inline>
      </Stack>
    </div>
  )
}
