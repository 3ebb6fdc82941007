import { STATUS_RECORD, type StatusField } from '@steward/domain'
import type { StatusRecordPartsFragment } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { ChangeTable, Disclosure, Instant, Stack } from '@steward/ui'
import { StatusLines, useStatusValue } from './status-lines.tsx'

const texts = messages({
  version: { zh: '第 {{ordinal}} 版', en: 'Version {{ordinal}}' },
  changes: { zh: '与上一版的不同', en: 'Different from the version before' },
  count: { zh: '{{count}} 处变动', en: { one: '{{count}} change', other: '{{count}} changes' } },
  same: { zh: '与上一版相同', en: 'The same as the version before' },
  first: { zh: '首次登记', en: 'The first' },
  what: { zh: '项目', en: 'What' },
  before: { zh: '上一版', en: 'Before' },
  after: { zh: '本版', en: 'After' },
  wasSealed: { zh: '已登记（加密）', en: 'On file, sealed' },
  sealed: { zh: '已变动（加密，不显示）', en: 'Changed; sealed' },
  whole: { zh: '整份记录', en: 'The whole record' },
})

/** All versions, the latest first: who recorded when, and what was different from then on. */
export function StatusHistory({ versions }: { readonly versions: readonly StatusRecordPartsFragment[] }) {
  const say = useMessages(texts)
  return (
    <Stack gap={3}>
      {versions.map((version, at) => {
        const before = versions[at + 1]
        const { id, ordinal, recordedBy, recordedAt, changedFields } = version
        return (
          <Disclosure
            key={id}
            open={at === 0}
            summary={
              <>
                <span className="st-strong">{say('version', { ordinal })}</span> · {recordedBy?.name} ·{' '}
                <Instant at={recordedAt} /> ·{' '}
                <span className="st-quiet">
                  {before ? say('count', { count: changedFields.length }) : say('first')}
                </span>
              </>
            }
          >
            {() => (
              <Stack gap={3}>
                {before && <Differences before={before} after={version} />}
                <Disclosure summary={say('whole')} open={!before}>
                  {() => <StatusLines record={version} />}
                </Disclosure>
              </Stack>
            )}
          </Disclosure>
        )
      })}
    </Stack>
  )
}

interface DifferencesProps {
  readonly before: StatusRecordPartsFragment
  readonly after: StatusRecordPartsFragment
}

function Differences({ before, after }: DifferencesProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const valueOf = useStatusValue()
  const fields = (after.changedFields as readonly StatusField[]).filter((field) => field in STATUS_RECORD)
  if (fields.length === 0) return <p className="st-quiet">{say('same')}</p>
  return (
    <ChangeTable
      label={say('changes')}
      heads={{ what: say('what'), before: say('before'), after: say('after') }}
      rows={fields.map((field) => {
        const isSealed = STATUS_RECORD[field].class === 'sensitive'
        const words = (there: boolean, sentence: string) => (there ? sentence : null)
        return {
          key: field,
          label: sayWord(STATUS_RECORD[field].label),
          before: isSealed ? words(before.onFile.includes(field), say('wasSealed')) : valueOf(before, field),
          after: isSealed ? words(after.onFile.includes(field), say('sealed')) : valueOf(after, field),
        }
      })}
    />
  )
}
