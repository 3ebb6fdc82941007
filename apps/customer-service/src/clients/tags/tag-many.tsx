import { MOST_IN_BULK } from '@steward/domain'
import { messages, useAct, useMessages } from '@steward/portal'
import { Alert, Button, Choice, Inline, Select, Sheet, Stack } from '@steward/ui'
import { useState } from 'react'
import { BulkProgress } from '../filing/bulk-progress.tsx'
import { useBulk } from '../filing/use-bulk.ts'
import type { BulkTarget } from '../filing/use-clients-in-bulk.ts'
import { isGiven, TagClients, UntagClients, useTagName, useTags } from './tag-documents.ts'

const texts = messages({
  title: {
    zh: '{{count}} 位客户的标签',
    en: { one: 'Tags of {{count}} client', other: 'Tags of {{count}} clients' },
  },
  way: { zh: '做什么', en: 'What to do' },
  give: { zh: '贴上', en: 'Add' },
  take: { zh: '取下', en: 'Remove' },
  tag: { zh: '标签', en: 'Tag' },
  told: { zh: '每位客户的改动各自记录在案。', en: 'Each client’s change is on record.' },
  most: {
    zh: '一次最多 {{count}} 位，按编号从前往后。',
    en: 'At most {{count}} at once, in the order of their codes.',
  },
  close: { zh: '关闭', en: 'Close' },
  done: { zh: '已改动 {{count}} 位', en: { one: '{{count}} is changed', other: '{{count}} are changed' } },
})

interface TagManyProps {
  readonly target: BulkTarget
  readonly count: number
  readonly onClose: () => void
  readonly onDone: () => void
}

/** A tag for many clients, or off them, with how far it is, and who was left and why. */
export function TagMany({ target, count, onClose, onDone }: TagManyProps) {
  const say = useMessages(texts)
  const nameOf = useTagName()
  const [way, setWay] = useState<'give' | 'take'>('give')
  const [tagId, setTagId] = useState<string>()
  const verbs = { give: useAct(TagClients), take: useAct(UntagClients) }
  const { progress, run } = useBulk()
  const busy = progress !== undefined && !progress.ended
  const tags = useTags().filter((tag) => way === 'take' || isGiven(tag))
  const start = () => {
    if (!tagId) return
    void run(target, async (clientIds) => {
      const { done, refused } = await verbs[way]({ clientIds, tagId })
      return done ?? { refused: refused?.message ?? '' }
    }).then(onDone)
  }
  return (
    <Sheet open title={say('title', { count })} onClose={() => !busy && onClose()}>
      <Stack gap={4}>
        {progress ? (
          <BulkProgress progress={progress} verb={say(way)} done={say('done', { count: progress.changed })} />
        ) : (
          <>
            <Choice
              label={say('way')}
              value={way}
              onChange={setWay}
              options={(['give', 'take'] as const).map((value) => ({ value, label: say(value) }))}
            />
            <label className="st-filter">
              <span className="st-strong">{say('tag')}</span>
              <Select
                aria-label={say('tag')}
                placeholder={say('tag')}
                showSearch={{ optionFilterProp: 'label' }}
                options={tags.map((tag) => ({ value: tag.id, label: nameOf(tag) }))}
                value={tagId ?? null}
                onChange={(chosen) => setTagId(chosen ?? undefined)}
              />
            </label>
            <span className="st-quiet">{say('told')}</span>
            {count > MOST_IN_BULK && (
              <Alert type="info" showIcon title={say('most', { count: MOST_IN_BULK })} />
            )}
          </>
        )}
        <Inline gap={2}>
          {progress ? (
            <Button disabled={busy} onClick={onClose}>
              {say('close')}
            </Button>
          ) : (
            <Button type="primary" disabled={!tagId} onClick={start}>
              {say(way)}
            </Button>
          )}
        </Inline>
      </Stack>
    </Sheet>
  )
}
