import { addWorkingMinutes, stepText, zonedInstant, type WorkingCalendar } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { Input, Panel, Stack } from '@steward/ui'
import { useState } from 'react'

const texts = messages({
  calculator: { zh: '试算时限', en: 'Try a due time' },
  from: { zh: '从', en: 'From' },
  minutes: { zh: '工作分钟', en: 'Working minutes' },
  due: { zh: '到期：{{at}}', en: 'Due: {{at}}' },
  invalid: {
    zh: '请填写时间，以及 0 到 100000 的整数分钟。',
    en: 'Give a time and a whole number of minutes from 0 to 100,000.',
  },
})

/** What a clock in the calendar's zone showed, whatever zone the browser is in. */
const instantIn = (local: string, timeZone: string): Date | undefined => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(local)?.slice(1).map(Number)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts
  return zonedInstant({ year, month, day, hour, minute, second: 0 }, timeZone)
}

const clockIn = (at: Date, timeZone: string): string => at.toLocaleString('sv-SE', { timeZone }).slice(0, 16)

/** From when, plus how many minutes: due then, because. */
export function Calculator({ calendar }: { readonly calendar: WorkingCalendar }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { timeZone } = calendar
  const [from, setFrom] = useState(() => clockIn(new Date(), timeZone).replace(' ', 'T'))
  const [minutes, setMinutes] = useState('240')
  const at = instantIn(from, timeZone)
  const wanted = Number(minutes)
  const valid = minutes.trim() !== '' && Number.isInteger(wanted) && wanted >= 0 && wanted <= 100_000
  const due = at && valid ? addWorkingMinutes(calendar, at, wanted) : undefined
  return (
    <Panel title={say('calculator')}>
      <Stack gap={3}>
        <label>
          <span className="st-quiet st-small">{say('from')}</span>
          <Input type="datetime-local" value={from} onChange={({ target }) => setFrom(target.value)} />
        </label>
        <label>
          <span className="st-quiet st-small">{say('minutes')}</span>
          <Input inputMode="numeric" value={minutes} onChange={({ target }) => setMinutes(target.value)} />
        </label>
        <p role="status" className={due ? 'st-strong' : 'st-quiet'}>
          {due ? say('due', { at: clockIn(due.at, timeZone) }) : say('invalid')}
        </p>
        {due && due.steps.length > 0 && (
          <ol className="st-steps">
            {due.steps.map((step) => (
              <li key={step.from.toISOString()} data-counted={step.kind === 'WORK'}>
                {sayWord(stepText(step, { timeZone, wanted }))}
              </li>
            ))}
          </ol>
        )}
      </Stack>
    </Panel>
  )
}
