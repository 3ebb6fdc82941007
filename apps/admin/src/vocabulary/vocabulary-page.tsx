import { messages, useMessages } from '@steward/portal'
import {
  AddIcon,
  Alert,
  Button,
  DataTable,
  EmptyState,
  Inline,
  PageHeader,
  Panel,
  Sheet,
  useIsPhone,
  useNotify,
  type Column,
} from '@steward/ui'
import { useState, type ReactNode } from 'react'

/** One entry of a vocabulary that an organization keeps: it is amended and retired, never removed. */
interface Entry {
  readonly id: string
  readonly retiredAt: string | null
}

const texts = messages({
  actions: { zh: '操作', en: 'Actions' },
  change: { zh: '修改', en: 'Change' },
  retire: { zh: '停用', en: 'Retire' },
  restore: { zh: '恢复', en: 'Restore' },
  restored: { zh: '{{name}}已恢复', en: '{{name}} is restored' },
})

/** What came of a verb: `refused` where nothing was done. */
interface Outcome {
  readonly done?: unknown
  readonly refused?: { readonly message?: string | undefined } | undefined
}

interface VocabularyPageProps<E extends Entry> {
  readonly words: {
    readonly title: string
    readonly subtitle: string
    readonly list: string
    readonly empty: string
    /** The button for a new one; undefined: not this person's to do. */
    readonly define: string | undefined
    readonly amend: string
    /** Once it is done, with the name put in. */
    readonly retired: (name: string) => string
  }
  readonly entries: readonly E[] | undefined
  readonly nameOf: (entry: E) => string
  readonly columns: readonly Column<E>[]
  readonly may: Readonly<Record<'amend' | 'retire' | 'restore', boolean>>
  readonly turn: (entry: E) => Promise<Outcome>
  readonly renderForm: (entry: E | undefined, onDone: () => void) => ReactNode
}

/** A vocabulary of the organization, those that are retired last: looked at, added to, amended, retired and restored. */
export function VocabularyPage<E extends Entry>(props: VocabularyPageProps<E>) {
  const { words, entries, nameOf, may, turn, renderForm } = props
  const say = useMessages(texts)
  const phone = useIsPhone()
  const notify = useNotify()
  const [editing, setEditing] = useState<E | 'new'>()
  const [problem, setProblem] = useState<string>()
  const turnOne = async (entry: E): Promise<void> => {
    const { done, refused } = await turn(entry)
    setProblem(refused?.message)
    const name = nameOf(entry)
    if (done) notify.done(entry.retiredAt ? say('restored', { name }) : words.retired(name))
  }
  const actions: Column<E> = {
    key: 'actions',
    title: say('actions'),
    width: '190px',
    align: 'end',
    render: (entry) => {
      const turns = entry.retiredAt ? 'restore' : 'retire'
      return (
        <Inline gap={1} justify="flex-end">
          {may.amend && (
            <Button
              type="text"
              onClick={() => setEditing(entry)}
              aria-label={`${say('change')} ${nameOf(entry)}`}
            >
              {say('change')}
            </Button>
          )}
          {may[turns] && (
            <Button
              type="text"
              danger={!entry.retiredAt}
              onClick={() => void turnOne(entry)}
              aria-label={`${say(turns)} ${nameOf(entry)}`}
            >
              {say(turns)}
            </Button>
          )}
        </Inline>
      )
    },
  }
  const rows = entries?.toSorted((a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null))
  const table = (
    <DataTable
      label={words.list}
      columns={[...props.columns, actions]}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={words.empty} />}
    />
  )
  return (
    <>
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        actions={
          words.define && (
            <Button type="primary" icon={<AddIcon aria-hidden />} onClick={() => setEditing('new')}>
              {words.define}
            </Button>
          )
        }
      />
      {problem && (
        <div className="st-note">
          <Alert type="error" showIcon title={problem} role="alert" />
        </div>
      )}
      {phone ? table : <Panel flush>{table}</Panel>}
      <Sheet
        open={editing !== undefined}
        title={editing === 'new' ? words.define : words.amend}
        onClose={() => setEditing(undefined)}
      >
        {editing &&
          renderForm(
            editing === 'new' ? undefined : (rows?.find(({ id }) => id === editing.id) ?? editing),
            () => setEditing(undefined),
          )}
      </Sheet>
    </>
  )
}
