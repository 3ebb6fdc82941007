import { useQuery } from '@apollo/client/react'
import { revisionDifference, type Difference, type Place } from '@steward/domain'
import { FailureState, messages, useMessages, useSay, useViewer } from '@steward/portal'
import {
  EmptyState,
  FilterField,
  Inline,
  Loading,
  Segmented,
  Select,
  Stack,
  Switch,
  TextComparison,
  useIsPhone,
  type ComparedLine,
} from '@steward/ui'
import { readFragment } from '@steward/graphql-client'
import { useState } from 'react'
import { comparedOf, OneRevision, RevisionParts, type RevisionInFull } from './document-documents.ts'

const texts = messages({
  with: { zh: '对照版次', en: 'Compared with' },
  view: { zh: '显示方式', en: 'Shown' },
  beside: { zh: '左右对照', en: 'side by side' },
  inline: { zh: '合并标注', en: 'in one text' },
  only: { zh: '只看修改处', en: 'Changes only' },
  places: {
    zh: '共 {{count}} 处不同',
    en: { one: '{{count}} place differs', other: '{{count}} places differ' },
  },
  same: { zh: '两个版次内容相同', en: 'Both revisions say the same' },
  hidden: { zh: '内容涉及客户，您无权查看', en: 'The content is about a client; you may not read it' },
  none: { zh: '没有更早的版次可以对照', en: 'There is no earlier revision to compare with' },
  comparison: { zh: '版次对照', en: 'Comparison of revisions' },
})

interface RevisionChangesProps {
  readonly revision: RevisionInFull
  /** Those that it can be compared with, the newest first. */
  readonly others: readonly { readonly id: string; readonly label: string }[]
}

/** What is different between two revisions: against the one that it amends, or against any other. */
export function RevisionChanges({ revision, others }: RevisionChangesProps) {
  const say = useMessages(texts)
  const phone = useIsPhone()
  const [chosen, setChosen] = useState<string>()
  const [beside, setBeside] = useState(true)
  const [only, setOnly] = useState(false)
  const other = chosen ?? revision.base?.id ?? others[0]?.id
  if (other === undefined) return <EmptyState title={say('none')} />
  return (
    <Stack gap={3}>
      <Inline gap={3}>
        <FilterField label={say('with')}>
          <Select
            aria-label={say('with')}
            popupMatchSelectWidth={false}
            options={others.map(({ id, label }) => ({ value: id, label }))}
            value={other}
            onChange={setChosen}
          />
        </FilterField>
        {!phone && (
          <Segmented
            aria-label={say('view')}
            value={beside ? 'beside' : 'inline'}
            options={[
              { value: 'beside', label: say('beside') },
              { value: 'inline', label: say('inline') },
            ]}
            onChange={(value) => setBeside(value === 'beside')}
          />
        )}
        <Inline gap={2}>
          <Switch size="small" aria-label={say('only')} checked={only} onChange={setOnly} />
          <span aria-hidden>{say('only')}</span>
        </Inline>
      </Inline>
      <Changes before={other} after={revision} beside={beside} only={only} />
    </Stack>
  )
}

interface ChangesProps {
  readonly before: string
  readonly after: RevisionInFull
  readonly beside: boolean
  readonly only: boolean
}

function Changes({ before: id, after, beside, only }: ChangesProps) {
  const say = useMessages(texts)
  const { data, error, refetch } = useQuery(OneRevision, { variables: { id } })
  const before = readFragment(RevisionParts, data?.documentRevision)
  const telling = useTelling(before, after)
  const lines = useLines()
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const [from, to] = [before && comparedOf(before), comparedOf(after)]
  if (!before || !from || !to) return <EmptyState title={say('hidden')} />
  const { head, content, places } = revisionDifference(from, to, telling)
  return (
    <Stack gap={2}>
      <p role="status" className="st-quiet">
        {places.length === 0 ? say('same') : say('places', { count: places.length })}
      </p>
      {places.length > 0 && (
        <TextComparison
          label={say('comparison')}
          heads={{ before: before.label, after: after.label }}
          beside={beside}
          lines={[...lines(head, true, true), ...lines(content, after.kind === 'AUTHORITY_LIMITS', only)]}
        />
      )}
    </Stack>
  )
}

function useTelling(...revisions: readonly (RevisionInFull | null | undefined)[]) {
  const { organization } = useViewer()
  const sayWord = useSay()
  const names = new Map(
    revisions.flatMap((it) =>
      it
        ? [it.executingDepartment, it.supervisingDepartment, it.editingDepartment].flatMap((one) =>
            one ? [[one.id, one.name] as const] : [],
          )
        : [],
    ),
  )
  return {
    departmentName: (id: string) => names.get(id) ?? id,
    currency: organization.currency,
    say: sayWord,
  }
}

/** Lines of the domain's difference as they are shown; a value is told with the name of its field. */
function useLines() {
  const sayWord = useSay()
  return ({ lines, places }: Difference, named: boolean, only: boolean): readonly ComparedLine[] => {
    const wordsOf = wordsByPlace(places)
    let place = 0
    return lines.flatMap((line, at) => {
      const { before, after, same } = line
      const unit = (after ?? before)!
      const words = !same && before && after ? (wordsOf[place++] ?? null) : null
      if (only && same) return []
      const where = sayWord(unit.where)
      // A clause bears its number, which may be another one on the other side.
      const told = (it: typeof before): string | null => {
        if (it === null) return null
        if (it.opens) return sayWord(it.where)
        return named ? `${where}：${it.text}` : it.text
      }
      return [
        {
          key: `${at}.${unit.key}`,
          where,
          heading: unit.opens,
          before: told(before),
          after: told(after),
          same,
          words: words && named ? [{ kind: 'SAME' as const, text: `${where}：` }, ...words] : words,
        },
      ]
    })
  }
}

/** The words of the changed places, in the order in which their lines come. */
const wordsByPlace = (places: readonly Place[]) =>
  places.flatMap(({ change, words }) => (change === 'CHANGED' && words ? [words] : []))
