import { AskForUse, messages, useFailure, useMessages } from '@steward/portal'
import { Alert, Loading, Sheet } from '@steward/ui'
import { useEffect, useState } from 'react'
import { useClientsInBulk, type BulkTarget } from '../filing/use-clients-in-bulk.ts'

const texts = messages({
  title: { zh: '申请使用客户信息', en: 'Ask for the use of client information' },
  chosen: { zh: '在客户列表中逐位选定', en: 'Chosen one by one in the list of clients' },
  matching: { zh: '客户列表中符合筛选条件的全部', en: 'All that match the filters of the list of clients' },
})

interface AskForUseOfProps {
  readonly target: BulkTarget
  readonly onClose: () => void
}

/** The request for clients that were chosen in a list, or for all that its filters keep. */
export function AskForUseOf({ target, onClose }: AskForUseOfProps) {
  const say = useMessages(texts)
  const failure = useFailure()
  const all = useClientsInBulk()
  const isMatching = 'matching' in target
  const [ids, setIds] = useState(isMatching ? undefined : target.map(({ id }) => id))
  const [trouble, setTrouble] = useState<string>()
  useEffect(() => {
    if (!isMatching) return
    all(target.matching).then(
      (clients) => setIds(clients.map(({ id }) => id)),
      (error: unknown) => setTrouble(failure(error).sentence),
    )
    // Once, for what was chosen when the sheet opened.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return (
    <Sheet open title={say('title')} onClose={onClose}>
      {trouble ? (
        <Alert type="error" showIcon title={trouble} />
      ) : ids ? (
        <AskForUse clientIds={ids} scopeNote={say(isMatching ? 'matching' : 'chosen')} onCancel={onClose} />
      ) : (
        <Loading />
      )}
    </Sheet>
  )
}
