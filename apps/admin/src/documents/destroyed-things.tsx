import { DESTROYED_SUBJECT_LABELS, INFORMATION_MEDIUM_LABELS } from '@steward/domain'
import type { RevisionPartsFragment } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { DataTable, type Column } from '@steward/ui'

const texts = messages({
  destroyed: { zh: '销毁事项', en: 'Destroyed' },
  what: { zh: '销毁的载体', en: 'What was destroyed' },
  how: { zh: '方式与地点', en: 'How and where' },
  on: { zh: '日期', en: 'On' },
  witnesses: { zh: '见证人', en: 'Witnesses' },
  none: { zh: '—', en: '—' },
})

type Thing = NonNullable<RevisionPartsFragment['destroyed']>[number]

/** What a destruction record certifies, thing by thing. */
export function DestroyedThings({ things }: { readonly things: readonly Thing[] }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const columns: readonly Column<Thing>[] = [
    {
      key: 'what',
      title: say('what'),
      width: '38%',
      render: ({ what, subject, medium }) => (
        <>
          <span className="st-strong">{what}</span>
          <div className="st-faint">
            {sayWord(DESTROYED_SUBJECT_LABELS[subject])} · {sayWord(INFORMATION_MEDIUM_LABELS[medium])}
          </div>
        </>
      ),
    },
    { key: 'how', title: say('how'), render: ({ method, place }) => `${method} · ${place}` },
    { key: 'on', title: say('on'), render: ({ destroyedOn }) => destroyedOn },
    { key: 'witnesses', title: say('witnesses'), render: ({ witnesses }) => witnesses ?? say('none') },
  ]
  return (
    <DataTable
      label={say('destroyed')}
      columns={columns}
      rows={things}
      rowKey={({ what, destroyedOn }) => `${what}.${destroyedOn}`}
    />
  )
}
