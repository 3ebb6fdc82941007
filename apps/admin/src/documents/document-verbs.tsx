import { DOCUMENT_ACTION_LABELS, type DocumentAction } from '@steward/domain'
import type { DocumentAction as Published } from '@steward/graphql-client'
import { SignedVerbs, useFreshAct, usePagePath, usePortalPath, useSay } from '@steward/portal'
import { Button, EditIcon, useNotify, useUi } from '@steward/ui'
import { useState } from 'react'
import { AmendDocument } from './document-mutations.ts'
import type { RevisionInFull } from './document-documents.ts'
import { VerbForm, type Asked, type WayToSign } from './document-verb-form.tsx'

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
  const sayWord = useSay()
  const path = usePortalPath()
  const page = usePagePath()
  const notify = useNotify()
  const { routing } = useUi()
  const amend = useFreshAct(AmendDocument, onReload)
  const [busy, setBusy] = useState(false)
  const ways = waysOf(revision)
  const own = revision.availableActions.map((it) => NAMES[it])
  const can = [...new Set([...own, ...delegatedVerbs(revision)])]
  // A grading standard is written where it is seen what it does to clients.
  const edit =
    revision.kind === 'GRADING_STANDARD'
      ? page({ portal: 'customer-service', path: 'grading/standards/edit' })
      : path(`documents/${documentId}/edit`)
  const beginAmendment = async () => {
    setBusy(true)
    const { done, refused } = await amend({ revisionId: revision.id, expectedVersion: revision.version })
    setBusy(false)
    if (refused) return notify.failed(refused.message ?? '')
    if (done) routing.go(edit)
  }
  // Reviewing and approving are offered to whom the signing asks; everybody who could may reject.
  const steps = STEPS.filter((it) => revision.awaitsMe && can.includes(it))
  return (
    <SignedVerbs<Asked>
      labels={DOCUMENT_ACTION_LABELS}
      number={revision.label}
      signing={STEPS}
      steps={can.includes('submit') ? ['submit', ...steps] : steps}
      rest={(['reject', 'withdraw', 'retire'] as const).filter((it) => can.includes(it))}
      before={
        can.includes('change') && (
          <Button icon={<EditIcon aria-hidden />} onClick={() => routing.go(edit)}>
            {sayWord(DOCUMENT_ACTION_LABELS.change)}
          </Button>
        )
      }
      after={
        can.includes('amend') && (
          <Button
            type="primary"
            icon={<EditIcon aria-hidden />}
            loading={busy}
            onClick={() => void beginAmendment()}
          >
            {sayWord(DOCUMENT_ACTION_LABELS.amend)}
          </Button>
        )
      }
      onReload={onReload}
      renderForm={(verb, { onCancel, onDone }) => (
        <VerbForm
          verb={verb}
          revision={revision}
          onReload={onReload}
          ways={ways}
          onCancel={onCancel}
          onDone={onDone}
        />
      )}
    />
  )
}
