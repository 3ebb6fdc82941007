import {
  CARE_ACTION_LABELS,
  CARE_KIND_LABELS,
  CARE_MEANS_LABELS,
  CARE_WITHDRAWAL_LABELS,
  CONTACT_CHANNEL_LABELS,
  type CareAction,
} from '@steward/domain'
import { messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, Button, Card, Day, Inline, Sheet, Stack, dayText, useUi } from '@steward/ui'
import { useState } from 'react'
import { CompleteForm, PostponeForm, SkipForm } from './care-forms.tsx'
import { CareTag, ContactNow, useCareReason, useMayContact, type CareItem } from './care-words.tsx'

const texts = messages({
  with: { zh: '联系 {{name}}', en: 'With {{name}}' },
  prefers: { zh: '喜欢 {{channels}}', en: 'Prefers {{channels}}' },
  on: { zh: '正日子 {{day}}', en: 'The day itself: {{day}}' },
  before: { zh: '上次（{{day}}）：{{kind}}，{{means}}', en: 'Last time ({{day}}): {{kind}}, {{means}}' },
  never: { zh: '以前没有关怀记录', en: 'Nothing was done before' },
  despite: { zh: '仍然联系的原因：{{reason}}', en: 'Contacted all the same: {{reason}}' },
  reason: { zh: '原因：{{reason}}', en: 'Reason: {{reason}}' },
})

const ACTIONS = [
  ['COMPLETE', 'complete'],
  ['POSTPONE', 'postpone'],
  ['SKIP', 'skip'],
] as const satisfies readonly (readonly [string, CareAction])[]

interface CareCardProps {
  readonly item: CareItem
  readonly onReload: () => Promise<unknown>
}

/** One occasion: why today, by what, with whom, what was done last time, and whether now is a good moment. */
export function CareCard({ item, onReload }: CareCardProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { locale } = useUi()
  const reasonOf = useCareReason()
  const ask = useMayContact()
  const [asked, setAsked] = useState<CareAction>()
  const close = () => setAsked(undefined)
  const { client, contact, reception } = item
  const [last] = item.earlier
  const offered = ACTIONS.filter(([action]) => item.availableActions.includes(action))
  const form = { item, onReload, onClose: close }
  const who = client ? (client.name ?? client.code) : ''
  return (
    <Card
      lead={
        <Inline gap={2}>
          <strong>{reasonOf(item)}</strong>
          <span>{sayWord(CARE_MEANS_LABELS[item.means])}</span>
          {client && <AppLink to={path(`clients/${client.id}`)}>{who}</AppLink>}
        </Inline>
      }
      tag={<CareTag status={item.status} />}
      actions={
        offered.length > 0 && (
          <Inline gap={2}>
            {offered.map(([, key]) => (
              <Button
                key={key}
                size="small"
                type={key === 'complete' ? 'primary' : 'default'}
                onClick={() => setAsked(key)}
              >
                {sayWord(CARE_ACTION_LABELS[key])}
              </Button>
            ))}
          </Inline>
        )
      }
    >
      <Stack gap={1}>
        <span className="st-quiet st-small">
          {[
            client?.project?.name,
            contact?.name && say('with', { name: contact.name }),
            contact?.channels?.length &&
              say('prefers', {
                channels: contact.channels.map((it) => sayWord(CONTACT_CHANNEL_LABELS[it])).join('、'),
              }),
            contact?.preferredHours,
            item.occursOn !== item.dueOn && say('on', { day: dayText(item.occursOn, locale) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="st-quiet st-small">
          {last
            ? say('before', {
                day: dayText(last.at.slice(0, 10), locale),
                kind: sayWord(CARE_KIND_LABELS[last.kind]),
                means: sayWord(CARE_MEANS_LABELS[last.means]),
              })
            : say('never')}
        </span>
        {item.status === 'PLANNED' && (
          <Inline gap={2}>
            <ContactNow answer={ask(item)} />
          </Inline>
        )}
        {reception && (
          <span>
            {reception.words}
            {reception.result ? ` — ${reception.result}` : ''}
          </span>
        )}
        {item.despite && (
          <span className="st-quiet st-small">{say('despite', { reason: item.despite })}</span>
        )}
        {item.reason && <span className="st-quiet st-small">{say('reason', { reason: item.reason })}</span>}
        {item.withdrawal && (
          <span className="st-quiet st-small">{sayWord(CARE_WITHDRAWAL_LABELS[item.withdrawal])}</span>
        )}
        {item.settledAt && item.settledBy && (
          <span className="st-quiet st-small">
            {item.settledBy.name} <Day on={item.settledAt.slice(0, 10)} />
          </span>
        )}
      </Stack>
      <Sheet open={asked !== undefined} title={asked ? `${reasonOf(item)} · ${who}` : ''} onClose={close}>
        {asked === 'complete' && <CompleteForm {...form} />}
        {asked === 'postpone' && <PostponeForm {...form} />}
        {asked === 'skip' && <SkipForm {...form} />}
      </Sheet>
    </Card>
  )
}
