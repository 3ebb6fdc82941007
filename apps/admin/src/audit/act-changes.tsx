import { AUDIT_SUBJECT_LABELS, type AuditSubject } from '@steward/domain'
import { messages, useMessages, useSay, useViewer } from '@steward/portal'
import { absoluteTime, ChangeTable, Inline, Money, Stack, StatusTag, useUi } from '@steward/ui'
import type { ReactNode } from 'react'
import { told, type Act, type Entry } from './acts.ts'
import { fieldWord, partsOf, valueWord } from './field-words.ts'
import { useNames } from './names.ts'

const texts = messages({
  changes: { zh: '{{what}}的变更', en: 'Changes of {{what}}' },
  what: { zh: '项目', en: 'What' },
  before: { zh: '变更前', en: 'Before' },
  after: { zh: '变更后', en: 'After' },
  nothing: { zh: '没有字段变更。', en: 'No member of the record changed.' },
  protected: { zh: '个人信息 · 已封存 {{digits}}', en: 'Personal · sealed {{digits}}' },
  protectedHint: {
    zh: '审计记录不保存个人信息本身，只存可核验的摘要。',
    en: 'The trail keeps no personal data, only a digest that proves it.',
  },
  request: { zh: '请求编号', en: 'Request' },
})

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

/** Everything that an act changed, record by record, and the request to look for in the log. */
export function ActChanges({ act }: { readonly act: Act }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Stack gap={3}>
      {act.entries.map((entry) => {
        const kind = sayWord(AUDIT_SUBJECT_LABELS[entry.subjectType.toLowerCase() as AuditSubject])
        return entry.changes.length === 0 ? (
          <p key={entry.id} className="st-quiet">
            {say('nothing')}
          </p>
        ) : (
          <Stack key={entry.id} gap={1}>
            {act.entries.length > 1 && <span className="st-strong">{kind}</span>}
            <EntryChanges entry={entry} label={say('changes', { what: kind })} />
          </Stack>
        )
      })}
      <p className="st-quiet st-small">
        {say('request')} <code>{act.main.requestId}</code>
      </p>
    </Stack>
  )
}

function EntryChanges({ entry, label }: { readonly entry: Entry; readonly label: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const show = useValue(entry)
  return (
    <ChangeTable
      label={label}
      heads={{ what: say('what'), before: say('before'), after: say('after') }}
      rows={entry.changes.map(({ field, before, after, isProtected }) => ({
        key: field,
        label: sayWord(fieldWord(field)),
        before: before === null ? null : isProtected ? <Sealed digest={before} /> : show(field, before),
        after: after === null ? null : isProtected ? <Sealed digest={after} /> : show(field, after),
      }))}
    />
  )
}

function Sealed({ digest }: { readonly digest: string }) {
  const say = useMessages(texts)
  return (
    <span title={say('protectedHint')}>
      <StatusTag>{say('protected', { digits: digest.slice(0, 8) })}</StatusTag>
    </span>
  )
}

/** A stored value in the words of people: names for ids, words of the domain, local times, amounts. */
function useValue(entry: Entry): (field: string, value: string) => ReactNode {
  const sayWord = useSay()
  const { nameOf } = useNames()
  const { locale, timeZone } = useUi()
  const { organization } = useViewer()
  const one = (field: string, value: string): string => {
    const word = valueWord(entry.subjectType, field, value)
    if (word) return sayWord(word)
    if (INSTANT.test(value)) return absoluteTime(new Date(value), locale, timeZone)
    return nameOf(value) ?? value
  }
  return (field, value) => {
    if (field.endsWith('Minor') && /^\d+$/.test(value)) {
      return <Money minor={Number(value)} currency={told(entry, 'currency') ?? organization.currency} />
    }
    const parts = partsOf(value)
    if (parts.length === 0) return null
    return parts.length === 1 ? (
      one(field, parts[0]!)
    ) : (
      <Inline gap={1}>
        {parts.map((part) => (
          <StatusTag key={part}>{one(field, part)}</StatusTag>
        ))}
      </Inline>
    )
  }
}
