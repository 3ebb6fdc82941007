import { readFragment, type FragmentType } from '@steward/graphql-client'
import { Alert, AppLink, Instant, Prose, Stack } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { HandoverInBrief, HandoverOfCase } from './handover-documents.ts'
import { HandoverVerbs } from './handover-verbs.tsx'
import { useSides } from './handover-words.tsx'

const texts = messages({
  waits: {
    zh: '{{giver}} 移交给 {{receiver}}，尚未接收；接收之前仍由 {{giver}} 负责。',
    en: '{{giver}} handed over to {{receiver}}, not accepted yet; until then {{giver}} is responsible.',
  },
  since: { zh: '移交于', en: 'Since' },
  list: { zh: '查看交接清单', en: 'See the list' },
})

/** On the page of a case, while it waits to be accepted: who has it, who is to take it, and what the viewer may do about it. */
export function CaseHandover({
  complaint,
  onReload,
}: {
  readonly complaint: FragmentType<typeof HandoverOfCase>
  readonly onReload: () => Promise<unknown>
}) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const sides = useSides()
  const found = readFragment(HandoverOfCase, complaint).handover
  if (!found) return null
  const handover = readFragment(HandoverInBrief, found)
  return (
    <Alert
      role="status"
      type="warning"
      showIcon
      title={say('waits', sides(handover))}
      description={
        <Stack gap={2}>
          <span>
            {say('since')} <Instant at={handover.offeredAt} /> ·{' '}
            <AppLink to={path(`handovers/${handover.id}`)}>{say('list')}</AppLink>
          </span>
          {found.note && <Prose said>{found.note}</Prose>}
          {handover.kind === 'CASE' && <HandoverVerbs handover={handover} onReload={onReload} />}
        </Stack>
      }
    />
  )
}
