import {
  ARCHIVE_GAP_STATE_LABELS,
  ARCHIVE_GAP_STATES,
  ARCHIVE_PART_LABELS,
  type ArchiveGapState,
} from '@steward/domain'
import type { ArchiveDutyFragment } from '@steward/graphql-client'
import { Inline, StatusTag, useUi, type Tone } from '@steward/ui'
import { useSay } from '../i18n/messages.ts'

export type ArchiveGap = NonNullable<ArchiveDutyFragment['archiveGaps']>[number]

const TONES: Readonly<Record<ArchiveGapState, Tone>> = { WRONG: 'bad', MISSING: 'warn', STALE: 'info' }

/** What a part of an archive is called; a custom field by its own name. */
export function usePartName() {
  const sayWord = useSay()
  const { locale } = useUi()
  return ({
    part,
    fieldLabelZh,
    fieldLabelEn,
  }: Pick<ArchiveGap, 'part' | 'fieldLabelZh' | 'fieldLabelEn'>): string =>
    (locale === 'en' ? fieldLabelEn : fieldLabelZh) ?? sayWord(ARCHIVE_PART_LABELS[part])
}

/** The part that a requirement asks for, as `usePartName` names it. */
export const partOf = ({
  part,
  field,
}: {
  readonly part: ArchiveGap['part']
  readonly field: { readonly labelZh: string; readonly labelEn: string } | null
}) => ({ part, fieldLabelZh: field?.labelZh ?? null, fieldLabelEn: field?.labelEn ?? null })

/** One part may be asked of persons and of companies by a requirement each: where parts are chosen or counted, they are one. */
export const byPartName = <Asked,>(
  all: readonly Asked[],
  nameOf: (one: Asked) => string,
): readonly (readonly [string, readonly Asked[]])[] =>
  [...new Set(all.map(nameOf))].map((name) => [name, all.filter((one) => nameOf(one) === name)])

/** What an archive falls short of, the worst first: each with its state in words and colour. */
export function GapTags({ gaps }: { readonly gaps: readonly ArchiveGap[] }) {
  const sayWord = useSay()
  const nameOf = usePartName()
  return (
    <Inline gap={1}>
      {inOrder(gaps).map((gap) => (
        <StatusTag key={gap.requirementId} tone={TONES[gap.state]}>
          {sayWord(ARCHIVE_GAP_STATE_LABELS[gap.state])} · {nameOf(gap)}
        </StatusTag>
      ))}
    </Inline>
  )
}

const rank = ({ state }: ArchiveGap): number => ARCHIVE_GAP_STATES.indexOf(state)
/** What was found wrong, then what is missing, then what is to be confirmed. */
export const inOrder = (gaps: readonly ArchiveGap[]): readonly ArchiveGap[] =>
  gaps.toSorted((one, other) => rank(one) - rank(other))
