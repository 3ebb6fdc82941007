import { MOST_IN_BULK } from '@steward/domain'
import { messages, PersonSelect, useMessages } from '@steward/portal'
import { Alert, Button, Inline, Progress, Sheet, Stack } from '@steward/ui'
import { useState } from 'react'
import { useAssignManager } from './use-assign-manager.ts'
import type { BulkTarget } from './use-clients-in-bulk.ts'

const texts = messages({
  title: {
    zh: '为 {{count}} 位客户指定专职客户经理',
    en: { one: 'Key account manager of {{count}} client', other: 'Key account manager of {{count}} clients' },
  },
  manager: { zh: '专职客户经理', en: 'Key account manager' },
  nobody: { zh: '不选则取消指定。', en: 'Choose nobody to name nobody in particular.' },
  told: {
    zh: '被指定的人会收到一条消息；每位客户的改动各自记录在案。',
    en: 'They are told once; each client’s change is on record.',
  },
  most: {
    zh: '一次最多 {{count}} 位，按编号从前往后。',
    en: 'At most {{count}} at once, in the order of their codes.',
  },
  verb: { zh: '指定', en: 'Name them' },
  unname: { zh: '取消现有指定', en: 'Name nobody' },
  close: { zh: '关闭', en: 'Close' },
  counting: { zh: '正在取名单…', en: 'Collecting the list…' },
  done: {
    zh: '已指定 {{count}} 位',
    en: { one: '{{count}} is theirs now', other: '{{count}} are theirs now' },
  },
  left: { zh: '{{count}} 位没有改动', en: { one: '{{count}} was left', other: '{{count}} were left' } },
})

interface AssignManagerProps {
  readonly target: BulkTarget
  readonly count: number
  readonly onClose: () => void
  readonly onDone: () => void
}

/** One person for many clients, with how far it is, and who was left and why. */
export function AssignManager({ target, count, onClose, onDone }: AssignManagerProps) {
  const say = useMessages(texts)
  const [managerId, setManagerId] = useState<string>()
  const { progress, run } = useAssignManager()
  const busy = progress !== undefined && !progress.ended
  const start = () => void run(target, managerId).then(onDone)
  return (
    <Sheet open title={say('title', { count })} onClose={() => !busy && onClose()}>
      <Stack gap={4}>
        {!progress && (
          <>
            <label className="st-filter">
              <span className="st-strong">{say('manager')}</span>
              <PersonSelect aria-label={say('manager')} value={managerId} onChange={setManagerId} />
            </label>
            <span className="st-quiet">{say('nobody')}</span>
            <span className="st-quiet">{say('told')}</span>
            {count > MOST_IN_BULK && (
              <Alert type="info" showIcon title={say('most', { count: MOST_IN_BULK })} />
            )}
          </>
        )}
        {progress && (
          <div role="status">
            <Progress
              percent={progress.of ? Math.round((progress.done / progress.of) * 100) : 0}
              aria-label={say('verb')}
            />
            <p>
              {progress.of === undefined ? say('counting') : say('done', { count: progress.assigned })}
              {progress.left.length > 0 && ` · ${say('left', { count: progress.left.length })}`}
            </p>
          </div>
        )}
        {progress && progress.left.length > 0 && (
          <ul className="st-rows" aria-label={say('left', { count: progress.left.length })}>
            {progress.left.slice(0, SHOWN).map(({ id, code, name, message }) => (
              <li key={id}>
                <span className="st-strong">{name ?? code}</span> <span className="st-quiet">{code}</span>
                <div className="st-quiet">{message}</div>
              </li>
            ))}
          </ul>
        )}
        <Inline gap={2}>
          {progress ? (
            <Button disabled={busy} onClick={onClose}>
              {say('close')}
            </Button>
          ) : (
            <Button type="primary" danger={!managerId} onClick={start}>
              {say(managerId ? 'verb' : 'unname')}
            </Button>
          )}
        </Inline>
      </Stack>
    </Sheet>
  )
}

/** More is no longer read: the list is narrowed and looked at again. */
const SHOWN = 200
