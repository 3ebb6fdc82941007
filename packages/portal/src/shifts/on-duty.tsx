import { SHIFT_LABELS } from '@steward/domain'
import { Inline, Panel, Stack, StatusTag } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useMay, useViewer } from '../session/viewer.tsx'
import { useOnDuty, type OnDuty } from './use-duty.ts'

const texts = messages({
  title: { zh: '{{department}}值班', en: 'On duty: {{department}}' },
  now: { zh: '现在', en: 'Now' },
  next: { zh: '接班', en: 'Next' },
  nobody: { zh: '未排班', en: 'nobody planned' },
  and: { zh: '、', en: ', ' },
})

/** Who is on duty now in the viewer's department, and who takes over; nothing for those who belong to none. */
export function OnDutyPanel() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { department } = useViewer().staff
  const { now, next, onNow, onNext } = useOnDuty(department?.id)
  if (!department || !onNow || !onNext || !may('duty:read')) return null
  const names = (people: readonly OnDuty[]) =>
    people.length > 0 ? people.map(({ name }) => name).join(say('and')) : say('nobody')
  return (
    <Panel title={say('title', { department: department.name })}>
      <Stack gap={2}>
        {(
          [
            ['now', now, onNow],
            ['next', next, onNext],
          ] as const
        ).map(([key, { shift }, people]) => (
          <Inline key={key} gap={2}>
            <StatusTag tone={key === 'now' ? 'good' : 'neutral'}>{say(key)}</StatusTag>
            <span className="st-quiet">{sayWord(SHIFT_LABELS[shift])}</span>
            <span className={people.length > 0 ? 'st-strong' : 'st-quiet'}>{names(people)}</span>
          </Inline>
        ))}
      </Stack>
    </Panel>
  )
}
