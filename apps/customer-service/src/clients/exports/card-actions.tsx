import { messages, useMay, useMessages } from '@steward/portal'
import { Button, PrintIcon, Sheet, useUi } from '@steward/ui'
import { useState } from 'react'
import { AskForUse } from './ask-for-use.tsx'

const texts = messages({
  print: { zh: '打印索引卡', en: 'Print the card' },
  ask: { zh: '申请使用', en: 'Ask for use' },
  title: { zh: '申请使用客户信息', en: 'Ask for the use of client information' },
  scope: { zh: '客户 {{code}}', en: 'Client {{code}}' },
})

/** On paper what the screen shows, masked as there; whoever needs more asks for it. */
export function CardActions({ clientId, code }: { readonly clientId: string; readonly code: string }) {
  const say = useMessages(texts)
  const may = useMay()
  const { locale } = useUi()
  const [asking, setAsking] = useState(false)
  return (
    <>
      {may('client:printCard') && (
        <Button
          icon={<PrintIcon aria-hidden />}
          href={`/files/clients/${clientId}/card.pdf?lang=${locale}`}
          download
        >
          {say('print')}
        </Button>
      )}
      {may('exportRequest:submit') && <Button onClick={() => setAsking(true)}>{say('ask')}</Button>}
      <Sheet open={asking} title={say('title')} onClose={() => setAsking(false)}>
        {asking && (
          <AskForUse
            clientIds={[clientId]}
            scopeNote={say('scope', { code })}
            form="CARD"
            onCancel={() => setAsking(false)}
          />
        )}
      </Sheet>
    </>
  )
}
