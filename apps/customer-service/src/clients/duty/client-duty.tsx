import { readFragment, type FragmentType } from '@steward/graphql-client'
import {
  ArchiveDuty,
  ConfirmArchive,
  confirmTexts,
  inOrder,
  messages,
  useMay,
  useMessages,
  usePartName,
} from '@steward/portal'
import { Button, CheckIcon, Inline, Instant, Panel, Sheet, Stack } from '@steward/ui'
import { ARCHIVE_GAP_STATES, type ArchiveGapState } from '@steward/domain'
import { useState, type ReactNode } from 'react'
import { goToPlace, PLACE_OF, placeId, type Place } from './places.ts'

const texts = messages({
  title: { zh: '档案完整性', en: 'Completeness' },
  complete: { zh: '档案完整', en: 'The archive is complete' },
  WRONG: { zh: '{{count}} 项抽查有误', en: { one: '{{count}} found wrong', other: '{{count}} found wrong' } },
  MISSING: { zh: '缺 {{count}} 项', en: { one: '{{count}} missing', other: '{{count}} missing' } },
  STALE: {
    zh: '{{count}} 项待核对',
    en: { one: '{{count}} to be confirmed', other: '{{count}} to be confirmed' },
  },
  toWRONG: { zh: '改正：{{part}}', en: 'Correct: {{part}}' },
  toMISSING: { zh: '补上：{{part}}', en: 'Fill in: {{part}}' },
  toSTALE: { zh: '核对：{{part}}', en: 'Confirm: {{part}}' },
  about: { zh: '{{part}}：', en: '{{part}}: ' },
  since: { zh: '上次写下或核对', en: 'last written or confirmed' },
  last: { zh: '最近核对', en: 'Last confirmed' },
})

interface ClientDutyProps {
  readonly client: FragmentType<typeof ArchiveDuty>
  readonly onReload: () => Promise<unknown>
}

/** 缺 3 项 · 1 项待核对: what this archive lacks, each one press away from where it is filled in. */
export function ClientDuty({ client, onReload }: ClientDutyProps) {
  const say = useMessages(texts)
  const sayConfirm = useMessages(confirmTexts)
  const may = useMay()
  const nameOf = usePartName()
  const [confirming, setConfirming] = useState(false)
  const { id, archiveGaps, archiveConfirmation } = readFragment(ArchiveDuty, client)
  if (!archiveGaps) return null
  const there = archiveGaps.filter(({ state }) => state !== 'MISSING')
  const count = (state: ArchiveGapState) => archiveGaps.filter((gap) => gap.state === state).length
  const sum = ARCHIVE_GAP_STATES.filter((state) => count(state) > 0).map((state) =>
    say(state, { count: count(state) }),
  )
  const close = () => setConfirming(false)
  return (
    <Panel
      title={say('title')}
      actions={
        there.length > 0 &&
        may('client:confirmArchive') && (
          <Button icon={<CheckIcon aria-hidden />} onClick={() => setConfirming(true)}>
            {sayConfirm('verb')}
          </Button>
        )
      }
    >
      <Stack gap={2}>
        <span className="st-strong">{sum.length > 0 ? sum.join(' · ') : say('complete')}</span>
        {archiveGaps.length > 0 && (
          <Inline gap={2}>
            {inOrder(archiveGaps).map((gap) => (
              <Button
                key={gap.requirementId}
                size="small"
                danger={gap.state === 'WRONG'}
                onClick={() => goToPlace(PLACE_OF[gap.part])}
              >
                {say(`to${gap.state}`, { part: nameOf(gap) })}
              </Button>
            ))}
          </Inline>
        )}
        {archiveGaps.map(
          (gap) =>
            (gap.note || gap.since) && (
              <span key={gap.requirementId} className="st-small st-quiet">
                {say('about', { part: nameOf(gap) })}
                {gap.note}{' '}
                {gap.since && (
                  <>
                    {say('since')} <Instant at={gap.since} />
                  </>
                )}
              </span>
            ),
        )}
        {archiveConfirmation && (
          <span className="st-small st-quiet">
            {say('last')} <Instant at={archiveConfirmation.confirmedAt} />{' '}
            {archiveConfirmation.confirmedBy?.name}
          </span>
        )}
      </Stack>
      <Sheet open={confirming} title={sayConfirm('verb')} onClose={close}>
        {confirming && <ConfirmArchive clientId={id} gaps={there} onReload={onReload} onClose={close} />}
      </Sheet>
    </Panel>
  )
}

/** A part of the archive that the duty leads to. */
export function ArchivePlace({ place, children }: { readonly place: Place; readonly children: ReactNode }) {
  // Without a box of its own: a part that this client does not have leaves no gap.
  return (
    <div id={placeId(place)} style={{ display: 'contents' }}>
      {children}
    </div>
  )
}
