import {
  DOSSIER_HEAD_LABELS,
  DOSSIER_HEADS,
  DOSSIER_SEALED_HEADS,
  type DossierHead,
  type DossierSealedHead,
} from '@steward/domain'
import type { DossierPartsFragment } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { DescriptionList, StatusTag } from '@steward/ui'
import type { ReactNode } from 'react'

const texts = messages({ onFile: { zh: '已登记（加密）', en: 'On file, sealed' } })

export const isSealedHead = (head: DossierHead): head is DossierSealedHead =>
  (DOSSIER_SEALED_HEADS as readonly string[]).includes(head)

/** The heads that a version says something of. */
export function DossierHeadsList({ version }: { readonly version: DossierPartsFragment }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const valueOf = (head: DossierHead): ReactNode => {
    if (!isSealedHead(head)) return version[head]
    return version.onFile.includes(head) ? <StatusTag>{say('onFile')}</StatusTag> : null
  }
  return (
    <DescriptionList
      min={240}
      items={DOSSIER_HEADS.map((head) => ({
        label: sayWord(DOSSIER_HEAD_LABELS[head]),
        value: valueOf(head),
      }))}
    />
  )
}
