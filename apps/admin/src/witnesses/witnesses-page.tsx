import { useApolloClient } from '@apollo/client/react'
import { messages, useFreshAct, useMay, useMessages } from '@steward/portal'
import {
  Alert,
  Button,
  ConfirmDialog,
  MailIcon,
  PageHeader,
  Sheet,
  Stack,
  useNotify,
  WitnessIcon,
} from '@steward/ui'
import { useState } from 'react'
import { AppointCosigner } from './appoint-cosigner.tsx'
import { AppointMailbox } from './appoint-mailbox.tsx'
import {
  DismissWitnessMutation,
  LedgerWitnessesQuery,
  TellWitnessMutation,
  type Witness,
} from './witness-documents.ts'
import { WitnessList } from './witness-list.tsx'

const texts = messages({
  title: { zh: '台账见证', en: 'Witnesses' },
  subtitle: {
    zh: '见证在数据库之外保存台账的检查点：改写历史、截去尾部都瞒不过它们。签核从不等待见证',
    en: 'Witnesses keep checkpoints of the ledgers outside the database: no history is rewritten or cut off unseen by them. No signature waits for them',
  },
  cosigner: { zh: '委任副署服务', en: 'Appoint a service' },
  mailbox: { zh: '委任审计邮箱', en: 'Appoint a mailbox' },
  told: { zh: '已安排通报，几秒后可见结果', en: 'It is told in a moment; the result shows here' },
  dismiss: { zh: '解除', en: 'Dismiss' },
  dismissAsk: { zh: '解除见证“{{name}}”？', en: 'Dismiss the witness “{{name}}”?' },
  dismissText: {
    zh: '以后不再向它通报，它也不会再发现改动。它已副署的仍然有效；此事记入审计。',
    en: 'It is told nothing any more, and finds nothing any more. What it has signed stays; that it was dismissed stands in the audit trail.',
  },
  dismissed: { zh: '已解除见证“{{name}}”', en: 'The witness “{{name}}” is dismissed' },
})

/** Who keeps checkpoints outside, how each fares, and the appointing of more. */
export function WitnessesPage() {
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const client = useApolloClient()
  const reload = () => client.refetchQueries({ include: [LedgerWitnessesQuery] })
  const tell = useFreshAct(TellWitnessMutation, reload)
  const dismiss = useFreshAct(DismissWitnessMutation, reload)
  const [appointing, setAppointing] = useState<'COSIGNER' | 'MAIL'>()
  const [dismissing, setDismissing] = useState<Witness>()
  const [problem, setProblem] = useState<string>()
  const close = () => setAppointing(undefined)
  const appointed = () => {
    close()
    void reload()
  }
  const on = ({ id: witnessId, version: expectedVersion }: Witness) => ({ witnessId, expectedVersion })
  const tellNow = async (witness: Witness) => {
    const { done, refused } = await tell(on(witness))
    setProblem(refused?.message)
    if (done) notify.done(say('told'))
    await reload()
  }
  const carryOut = async (witness: Witness) => {
    const { done, refused } = await dismiss(on(witness))
    setDismissing(undefined)
    setProblem(refused?.message)
    if (done) notify.done(say('dismissed', { name: witness.name }))
    await reload()
  }
  return (
    <Stack gap={4}>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          <>
            {may('witness:appointMailbox') && (
              <Button icon={<MailIcon aria-hidden />} onClick={() => setAppointing('MAIL')}>
                {say('mailbox')}
              </Button>
            )}
            {may('witness:appointCosigner') && (
              <Button
                type="primary"
                icon={<WitnessIcon aria-hidden />}
                onClick={() => setAppointing('COSIGNER')}
              >
                {say('cosigner')}
              </Button>
            )}
          </>
        }
      />
      {problem && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={problem}
          closable={{ onClose: () => setProblem(undefined) }}
        />
      )}
      <WitnessList verbs={{ tell: (witness) => void tellNow(witness), dismiss: setDismissing }} />
      <Sheet open={appointing === 'COSIGNER'} title={say('cosigner')} onClose={close}>
        <AppointCosigner onCancel={close} onDone={appointed} />
      </Sheet>
      <Sheet open={appointing === 'MAIL'} title={say('mailbox')} onClose={close}>
        <AppointMailbox onCancel={close} onDone={appointed} />
      </Sheet>
      <ConfirmDialog
        open={dismissing !== undefined}
        title={say('dismissAsk', { name: dismissing?.mailAddress ?? dismissing?.name ?? '' })}
        verb={say('dismiss')}
        danger
        onConfirm={() => dismissing && carryOut(dismissing)}
        onCancel={() => setDismissing(undefined)}
      >
        {say('dismissText')}
      </ConfirmDialog>
    </Stack>
  )
}
