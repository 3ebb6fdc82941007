import { DOCUMENT_ACTION_LABELS, type DocumentAction } from '@steward/domain'
import type { DocumentAction as Published } from '@steward/graphql-client'
import { messages, useFreshAct, useMessages, useOpenedSigning, usePortalPath, useSay } from '@steward/portal'
import { Button, EditIcon, MenuButton, MoreIcon, SignOffIcon, Sheet, useNotify, useUi } from '@steward/ui'
import { useState } from 'react'
import { AmendDocument } from './document-mutations.ts'
import type { RevisionInFull } from './document-documents.ts'
import { VerbForm, type Asked, type WayToSign } from './document-verb-form.tsx'

const texts = messages({
  more: { zh: '更多操作', en: 'More' },
})

const STEPS = ['review', 'approve'] as const

const openOf = ({ signings }: RevisionInFull) => signings.find(({ state }) => state === 'OPEN')
const waysOf = (revision: RevisionInFull): readonly WayToSign[] => openOf(revision)?.waysToSign ?? []

/** What a delegation allows besides: the step that is open, or to send it back. */
const delegatedVerbs = (revision: RevisionInFull): readonly DocumentAction[] => {
  if (!waysOf(revision).some(({ delegationId }) => delegationId !== null)) return []
  const step = openOf(revision)?.steps.find(({ state }) => state === 'OPEN')
  return [step?.meaning === 'REVIEWED' ? 'review' : 'approve', 'reject']
}

const NAMES: Readonly<Record<Published, DocumentAction>> = {
  DRAFT: 'draft',
  AMEND: 'amend',
  CHANGE: 'change',
  SUBMIT: 'submit',
  REVIEW: 'review',
  APPROVE: 'approve',
  REJECT: 'reject',
  WITHDRAW: 'withdraw',
  RETIRE: 'retire',
}

interface DocumentVerbsProps {
  readonly documentId: string
  readonly revision: RevisionInFull
  readonly onReload: () => Promise<unknown>
}

/** What the viewer can do with the revision that is shown: the next step first, the others behind a menu. */
export function DocumentVerbs({ documentId, revision, onReload }: DocumentVerbsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const notify = useNotify()
  const { routing } = useUi()
  const amend = useFreshAct(AmendDocument, onReload)
  const { asked, open: setAsked, close, done } = useOpenedSigning<Asked>(STEPS)
  const [busy, setBusy] = useState(false)
  const ways = waysOf(revision)
  const own = revision.availableActions.map((it) => NAMES[it])
  const can = [...new Set([...own, ...delegatedVerbs(revision)])]
  const edit = path(`documents/${documentId}/edit`)
  const beginAmendment = async () => {
    setBusy(true)
    const { done, refused } = await amend({ revisionId: revision.id, expectedVersion: revision.version })
    setBusy(false)
    if (refused) return notify.failed(refused.message ?? '')
    if (done) routing.go(edit)
  }
  // Reviewing and approving are offered to whom the signing asks; everybody who could may reject.
  const steps = STEPS.filter((it) => revision.awaitsMe && can.includes(it))
  const rest = (['reject', 'withdraw', 'retire'] as const).filter((it) => can.includes(it))
  return (
    <>
      {can.includes('change') && (
        <Button icon={<EditIcon aria-hidden />} onClick={() => routing.go(edit)}>
          {sayWord(DOCUMENT_ACTION_LABELS.change)}
        </Button>
      )}
      {can.includes('submit') && (
        <Button type="primary" icon={<SignOffIcon aria-hidden />} onClick={() => setAsked('submit')}>
          {sayWord(DOCUMENT_ACTION_LABELS.submit)}
        </Button>
      )}
      {steps.map((step) => (
        <Button key={step} type="primary" icon={<SignOffIcon aria-hidden />} onClick={() => setAsked(step)}>
          {sayWord(DOCUMENT_ACTION_LABELS[step])}
        </Button>
      ))}
      {can.includes('amend') && (
        <Button
          type="primary"
          icon={<EditIcon aria-hidden />}
          loading={busy}
          onClick={() => void beginAmendment()}
        >
          {sayWord(DOCUMENT_ACTION_LABELS.amend)}
        </Button>
      )}
      {rest.length > 0 && (
        <MenuButton
          label={say('more')}
          icon={<MoreIcon aria-hidden />}
          outlined
          groups={[
            {
              choices: rest.map((key) => ({
                key,
                label: sayWord(DOCUMENT_ACTION_LABELS[key]),
                danger: true,
                onChoose: () => setAsked(key),
              })),
            },
          ]}
        />
      )}
      <Sheet
        open={asked !== undefined}
        title={asked ? `${sayWord(DOCUMENT_ACTION_LABELS[asked])} ${revision.label}` : ''}
        onClose={close}
      >
        {asked && (
          <VerbForm
            key={asked}
            verb={asked}
            revision={revision}
            onReload={onReload}
            ways={ways}
            onCancel={close}
            onDone={async () => {
              await onReload()
              done()
            }}
          />
        )}
      </Sheet>
    </>
  )
}
