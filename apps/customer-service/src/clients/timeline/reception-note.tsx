import {
  isAmendable,
  RECEPTION_ACTION_LABELS,
  RECEPTION_DIRECTION_LABELS,
  OPPORTUNITY_ACTION_LABELS,
} from '@steward/domain'
import { readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMay, useMessages, usePortalPath, useSay, useViewer } from '@steward/portal'
import {
  AppLink,
  Button,
  Day,
  Disclosure,
  Inline,
  Instant,
  Prose,
  Stack,
  StatusTag,
  useNow,
  useUi,
} from '@steward/ui'
import { ReceptionEntry } from './timeline-parts.ts'

const texts = messages({
  result: { zh: '结果：', en: 'Result: ' },
  next: { zh: '下一步：', en: 'Next: ' },
  by: { zh: '前', en: 'by' },
  toCase: { zh: '转为投诉或诉求', en: 'Make it a case' },
  became: { zh: '已转为 {{number}}', en: 'Became {{number}}' },
  earlier: { zh: '改前的内容（{{count}}）', en: 'What stood here before ({{count}})' },
  until: { zh: '至', en: 'until' },
})

interface ReceptionNoteProps {
  readonly clientId: string
  readonly reception: FragmentType<typeof ReceptionEntry>
  readonly onAmend: () => void
}

/** What was said, what came of it, and what can be done with it now. */
export function ReceptionNote({ clientId, reception, onAmend }: ReceptionNoteProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const { routing } = useUi()
  const { staff } = useViewer()
  const now = useNow()
  const it = readFragment(ReceptionEntry, reception)
  const who = it.contact?.name ?? it.member?.name
  const isMine =
    it.recordedBy !== null &&
    isAmendable(
      { recordedById: it.recordedBy.id, recordedAt: new Date(it.recordedAt) },
      staff.id,
      new Date(now),
    )
  const earlier = it.earlier ?? []
  return (
    <Stack gap={1}>
      {it.words && <Prose>{it.words}</Prose>}
      {it.result && (
        <span>
          <span className="st-quiet">{say('result')}</span>
          {it.result}
        </span>
      )}
      {it.nextStep && (
        <span>
          <span className="st-quiet">{say('next')}</span>
          {it.nextStep}
          {it.nextOn && (
            <span className="st-quiet">
              {' · '}
              <Day on={it.nextOn} /> {say('by')}
            </span>
          )}
        </span>
      )}
      <Inline gap={2}>
        {it.direction === 'OUT' && <StatusTag>{sayWord(RECEPTION_DIRECTION_LABELS.OUT)}</StatusTag>}
        {who && <StatusTag>{who}</StatusTag>}
        {it.complaint ? (
          <AppLink to={path(`complaints/${it.complaint.id}`)}>
            {say('became', { number: it.complaint.number })}
          </AppLink>
        ) : (
          it.words &&
          may('complaint:register') && (
            <Button
              size="small"
              onClick={() => routing.go(`${path('complaints/new')}?client=${clientId}&reception=${it.id}`)}
            >
              {say('toCase')}
            </Button>
          )
        )}
        {it.words && may('opportunity:open') && (
          <Button
            size="small"
            onClick={() => routing.go(`${path('opportunities/new')}?client=${clientId}&reception=${it.id}`)}
          >
            {sayWord(OPPORTUNITY_ACTION_LABELS.open)}
          </Button>
        )}
        {isMine && may('reception:amend') && (
          <Button size="small" onClick={onAmend}>
            {sayWord(RECEPTION_ACTION_LABELS.amend)}
          </Button>
        )}
      </Inline>
      {earlier.length > 0 && (
        <Disclosure summary={say('earlier', { count: earlier.length })}>
          {() => (
            <Stack gap={2}>
              {earlier.map((before) => (
                <div key={before.until}>
                  <span className="st-quiet st-small">
                    {say('until')} <Instant at={before.until} show="absolute" />
                  </span>
                  <Prose>{[before.words, before.result, before.nextStep].filter(Boolean).join('\n')}</Prose>
                </div>
              ))}
            </Stack>
          )}
        </Disclosure>
      )}
    </Stack>
  )
}
