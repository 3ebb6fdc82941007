import { INSPECTION_ACTION_LABELS, INSPECTION_BASIS_LABELS, inspectionUrgency } from '@steward/domain'
import type { InspectionFactsFragment } from '@steward/graphql-client'
import { messages, useFreshAct, useMay, useMessages, useSay, useToday } from '@steward/portal'
import {
  AddIcon,
  Button,
  ConfirmDialog,
  Day,
  EmptyState,
  Fold,
  Inline,
  Panel,
  Sheet,
  Stack,
  StatusTag,
  Timeline,
  useNotify,
  type TimelineEntry,
  type Tone,
} from '@steward/ui'
import { useState } from 'react'
import { EndEquipmentInspection } from './equipment-mutations.ts'
import { InspectionDue, ResultTag, resultTone } from './equipment-tags.tsx'
import { InspectionForm, RecordInspectionForm } from './inspection-forms.tsx'

const texts = messages({
  title: { zh: '检验', en: 'Inspections' },
  none: { zh: '还没有安排检验', en: 'No inspection is scheduled' },
  noneHint: {
    zh: '电梯、压力容器、消防等须按法规定期检验；安排后到期前会提醒。',
    en: 'Lifts, pressure vessels and fire protection are inspected by law; once scheduled, you are told before it is due.',
  },
  every: { zh: '每 {{count}} 个月', en: { one: 'every month', other: 'every {{count}} months' } },
  next: { zh: '下次', en: 'Next' },
  never: { zh: '还没有检验过', en: 'Never carried out yet' },
  history: { zh: '{{name}}的历次检验', en: 'Results of {{name}}' },
  amend: { zh: '修改', en: 'Amend' },
  end: { zh: '停止', en: 'End' },
  endAsk: {
    zh: '“{{name}}”不再到期提醒；历次结果保留。',
    en: 'Nobody is told of “{{name}}” any more; its results stay.',
  },
  ended: { zh: '“{{name}}”已停止', en: '“{{name}}” is ended' },
  past: { zh: '已停止的检验（{{count}}）', en: 'Ended inspections ({{count}})' },
})

type Inspection = InspectionFactsFragment
type Doing =
  | { readonly what: 'schedule' }
  | { readonly what: 'amend' | 'record' | 'end'; readonly id: string }

interface InspectionsProps {
  readonly equipmentId: string
  readonly inspections: readonly Inspection[]
  readonly ended: readonly Inspection[]
  readonly isRetired: boolean
  readonly onReload: () => Promise<unknown>
}

const TONES: Readonly<Record<ReturnType<typeof inspectionUrgency>, Tone>> = {
  OVERDUE: 'bad',
  SOON: 'warn',
  LATER: 'primary',
}

/** Each inspection as a line of time: the next one on top, below it what came of the earlier ones. */
export function Inspections({ equipmentId, inspections, ended, isRetired, onReload }: InspectionsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const keeps = useMay()('equipmentInspection:record') && !isRetired
  const [doing, setDoing] = useState<Doing>()
  const end = useFreshAct(EndEquipmentInspection, onReload)
  const close = () => setDoing(undefined)
  const chosen = doing && 'id' in doing ? inspections.find(({ id }) => id === doing.id) : undefined
  const form = { onReload, onClose: close }
  return (
    <Panel
      title={say('title')}
      actions={
        keeps && (
          <Button type="text" icon={<AddIcon aria-hidden />} onClick={() => setDoing({ what: 'schedule' })}>
            {sayWord(INSPECTION_ACTION_LABELS.schedule)}
          </Button>
        )
      }
    >
      <Stack gap={5}>
        {inspections.length === 0 && <EmptyState title={say('none')} hint={say('noneHint')} />}
        {inspections.map((it) => (
          <Stack key={it.id} gap={2}>
            <InspectionHead inspection={it} />
            <Course inspection={it} />
            {keeps && (
              <Inline gap={2}>
                <Button onClick={() => setDoing({ what: 'record', id: it.id })}>
                  {sayWord(INSPECTION_ACTION_LABELS.record)}
                </Button>
                <Button onClick={() => setDoing({ what: 'amend', id: it.id })}>{say('amend')}</Button>
                <Button onClick={() => setDoing({ what: 'end', id: it.id })}>{say('end')}</Button>
              </Inline>
            )}
          </Stack>
        ))}
        {ended.length > 0 && (
          <Fold title={say('past', { count: ended.length })}>
            <Stack gap={4}>
              {ended.map((it) => (
                <Stack key={it.id} gap={2}>
                  <InspectionHead inspection={it} />
                  <Course inspection={it} />
                </Stack>
              ))}
            </Stack>
          </Fold>
        )}
      </Stack>
      <Sheet
        open={doing !== undefined && doing.what !== 'end'}
        title={doing ? sayWord(INSPECTION_ACTION_LABELS[doing.what]) : ''}
        onClose={close}
      >
        {doing?.what === 'schedule' && <InspectionForm equipmentId={equipmentId} {...form} />}
        {doing?.what === 'amend' && chosen && (
          <InspectionForm equipmentId={equipmentId} inspection={chosen} {...form} />
        )}
        {doing?.what === 'record' && chosen && <RecordInspectionForm inspection={chosen} {...form} />}
      </Sheet>
      <ConfirmDialog
        open={doing?.what === 'end' && chosen !== undefined}
        title={sayWord(INSPECTION_ACTION_LABELS.end)}
        verb={sayWord(INSPECTION_ACTION_LABELS.end)}
        onCancel={close}
        onConfirm={async () => {
          const { id, version, name } = chosen!
          const { refused } = await end({ inspectionId: id, expectedVersion: version })
          if (refused) notify.failed(refused.message ?? '')
          else {
            notify.done(say('ended', { name }))
            close()
            await onReload()
          }
        }}
      >
        {chosen && say('endAsk', { name: chosen.name })}
      </ConfirmDialog>
    </Panel>
  )
}

function InspectionHead({ inspection }: { readonly inspection: Inspection }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { name, basis, everyMonths, byWhom } = inspection
  return (
    <Inline gap={2}>
      <span className="st-strong">{name}</span>
      <StatusTag tone={basis === 'STATUTORY' ? 'primary' : 'neutral'}>
        {sayWord(INSPECTION_BASIS_LABELS[basis])}
      </StatusTag>
      <span className="st-quiet">
        {say('every', { count: everyMonths })} · {byWhom}
      </span>
    </Inline>
  )
}

function Course({ inspection }: { readonly inspection: Inspection }) {
  const say = useMessages(texts)
  const today = useToday()
  const { name, nextOn, endedAt, records } = inspection
  const done: readonly TimelineEntry[] = records.map((it) => ({
    key: it.id,
    tone: resultTone(it.result),
    title: (
      <>
        <Day on={it.doneOn} /> <ResultTag result={it.result} />
      </>
    ),
    by: [it.byWhom, it.certificate].filter(Boolean).join(' · '),
    ...(it.note ? { children: it.note } : {}),
  }))
  const entries: readonly TimelineEntry[] =
    endedAt === null
      ? [
          {
            key: 'next',
            tone: TONES[inspectionUrgency(nextOn, today)],
            title: (
              <>
                {say('next')} <InspectionDue on={nextOn} />
              </>
            ),
          },
          ...done,
        ]
      : done
  return entries.length === 0 ? (
    <span className="st-quiet">{say('never')}</span>
  ) : (
    <Timeline label={say('history', { name })} entries={entries} />
  )
}
