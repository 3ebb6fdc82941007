import { messages, useMessages, usePortalPath } from '@steward/portal'
import { AppLink, Inline, Instant, Panel, Stack, useFieldValue } from '@steward/ui'
import { StatusMark } from '../marks.tsx'
import { useClientOfCase } from './client-of-case.ts'

const texts = messages({
  title: { zh: '该客户未结的单', en: 'Still open for this client' },
  hint: {
    zh: '同一件事请在原单上补充，不要重复登记。',
    en: 'The same matter belongs to its case: do not register it twice.',
  },
})

/** Before a matter is registered twice. */
export function OpenCasesOfClient() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { open } = useClientOfCase(useFieldValue<string>('clientId'))
  if (open.length === 0) return null
  return (
    <Panel title={say('title')}>
      <Stack gap={3}>
        <p className="st-quiet">{say('hint')}</p>
        {open.map(({ id, number, summary, status, registeredAt }) => (
          <Stack key={id} gap={1}>
            <AppLink to={path(`complaints/${id}`)}>
              {number} {summary}
            </AppLink>
            <Inline gap={2}>
              <StatusMark status={status} />
              <span className="st-quiet st-small">
                <Instant at={registeredAt} />
              </span>
            </Inline>
          </Stack>
        ))}
      </Stack>
    </Panel>
  )
}
