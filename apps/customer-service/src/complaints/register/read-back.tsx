import { messages, useMessages } from '@steward/portal'
import { Checkbox, Field, Panel, Prose, Stack, useFieldValue } from '@steward/ui'
import { unitsNow, useClientOfCase } from './client-of-case.ts'

const texts = messages({
  title: { zh: '复述给客户听', en: 'Read it back' },
  hint: {
    zh: '记下客户的话以后，这里会出现要复述的内容。',
    en: 'Once the client’s words are written down, what to read aloud appears here.',
  },
  opening: { zh: '我给您复述一遍：', en: 'Let me read that back to you:' },
  at: { zh: '地点是{{place}}。', en: 'The place is {{place}}.' },
  demand: { zh: '您的要求是：{{demand}}', en: 'You ask for: {{demand}}' },
  closing: { zh: '我记得对吗？', en: 'Have I got that right?' },
  confirmed: { zh: '已复述，客户确认无误', en: 'Read back, and confirmed' },
})

/** What the agent reads aloud, and that the client agreed. */
export function ReadBack() {
  const say = useMessages(texts)
  const facts = useFieldValue<string>('facts')?.trim()
  const demand = useFieldValue<string>('demand')?.trim()
  const unitId = useFieldValue<string>('unitId')
  const { client } = useClientOfCase(useFieldValue<string>('clientId'))
  const unit = client && unitsNow(client).find(({ id }) => id === unitId)
  const place = unit && [unit.project?.name, unit.label].filter(Boolean).join(' ')
  return (
    <Panel title={say('title')}>
      {facts ? (
        <Stack gap={3}>
          <Prose said>
            {say('opening')}
            {'\n'}
            {place && `${say('at', { place })}\n`}
            {facts}
            {demand && `\n${say('demand', { demand })}`}
            {'\n'}
            {say('closing')}
          </Prose>
          <Field name="readBack" label={say('title')} toggles unlabelled>
            <Checkbox>{say('confirmed')}</Checkbox>
          </Field>
        </Stack>
      ) : (
        <p className="st-quiet">{say('hint')}</p>
      )}
    </Panel>
  )
}
