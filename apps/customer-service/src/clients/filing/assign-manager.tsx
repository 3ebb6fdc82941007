import { MOST_IN_BULK } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, PersonSelect, useAct, useMessages } from '@steward/portal'
import { Alert, Button, Inline, Sheet, Stack } from '@steward/ui'
import { useState } from 'react'
import { BulkProgress } from './bulk-progress.tsx'
import { useBulk } from './use-bulk.ts'
import type { BulkTarget } from './use-clients-in-bulk.ts'

const AssignManagerOfClients = graphql(/* GraphQL */ `
  mutation AssignManagerOfClients($input: AssignManagerOfClientsInput!) {
    assignManagerOfClients(input: $input) {
      ... on ManagerAssignment {
        assignedIds
        left {
          clientId
          message
        }
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

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
  done: {
    zh: '已指定 {{count}} 位',
    en: { one: '{{count}} is theirs now', other: '{{count}} are theirs now' },
  },
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
  const assign = useAct(AssignManagerOfClients)
  const { progress, run } = useBulk()
  const busy = progress !== undefined && !progress.ended
  const start = () =>
    void run(target, async (clientIds) => {
      const { done, refused } = await assign({ clientIds, ...(managerId ? { managerId } : {}) })
      return done ? { changedIds: done.assignedIds, left: done.left } : { refused: refused?.message ?? '' }
    }).then(onDone)
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
          <BulkProgress
            progress={progress}
            verb={say('verb')}
            done={say('done', { count: progress.changed })}
          />
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
