import { messages, useMessages } from '@steward/portal'
import { Button, PermissionIcon, useNotify, useUi } from '@steward/ui'
import { useState } from 'react'
import { saveProof } from './save-proof.ts'

const texts = messages({
  export: { zh: '导出签核证明', en: 'Export the proof' },
  exportHint: {
    zh: '一个文件，证明这件投诉的全部签核：任何人都能离线核验',
    en: 'One file that proves all signatures of this case; anybody can check it offline',
  },
  saved: {
    zh: '签核证明已下载，可用 steward-verify 离线核验',
    en: 'The proof was downloaded; steward-verify checks it offline',
  },
  failed: { zh: '没有取到签核证明，请稍后再试。', en: 'The proof could not be fetched; try again later.' },
})

/** Downloads the proof of the case's signatures; while no checkpoint covers them yet, the refusal is shown. */
export function ProofExport({
  complaintId,
  number,
}: {
  readonly complaintId: string
  readonly number: string
}) {
  const say = useMessages(texts)
  const notify = useNotify()
  const { locale } = useUi()
  const [busy, setBusy] = useState(false)
  const take = async (): Promise<void> => {
    setBusy(true)
    const outcome = await saveProof(complaintId, number, locale)
    setBusy(false)
    if (outcome.saved) notify.done(say('saved'))
    else notify.failed(outcome.why ?? say('failed'))
  }
  return (
    <Button
      size="small"
      icon={<PermissionIcon aria-hidden />}
      title={say('exportHint')}
      loading={busy}
      onClick={() => void take()}
    >
      {say('export')}
    </Button>
  )
}
