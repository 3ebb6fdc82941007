import {
  MEANING_LABELS,
  ROLE_LABELS,
  SIGNATURE_PROOF_LABELS,
  STATUS_LABELS,
  TIMELINE_LABELS,
  type ComplaintEventAction,
} from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMay, useMessages, useSay } from '@steward/portal'
import { Inline, Panel, Prose, SignOffIcon, Stack, Timeline, type Tone } from '@steward/ui'
import { eventOf } from '../action-names.ts'
import { PrintedForms } from './printed-forms.tsx'
import { ProofExport } from './proof-export.tsx'
import { happenings, type Happening, type TimelineSignOff } from './timeline-entries.ts'

export const ComplaintTimelineParts = graphql(/* GraphQL */ `
  fragment ComplaintTimeline on Complaint {
    id
    number
    ...PrintedForms
    events {
      id
      action
      from
      to
      at
      note
      by {
        id
        name
      }
    }
    signOffs {
      id
      meaning
      role
      at
      comment
      revision
      contentHash
      proofMethod
      signer {
        id
        name
      }
    }
  }
`)

const texts = messages({
  title: { zh: '经过与签核', en: 'What was done, and who signed' },
  signed: { zh: '签核：{{meaning}}', en: 'Signed: {{meaning}}' },
  became: { zh: '转为{{status}}', en: 'now {{status}}' },
  version: { zh: '第 {{revision}} 版内容', en: 'version {{revision}}' },
  proven: { zh: '以{{how}}证明', en: 'proven by {{how}}' },
  hash: { zh: '内容摘要 SHA-256：{{hash}}', en: 'SHA-256 of the content: {{hash}}' },
})

const TONES: Readonly<Partial<Record<ComplaintEventAction, Tone>>> = {
  register: 'seal',
  contain: 'warn',
  reject: 'bad',
  refuseOption: 'bad',
  decline: 'bad',
  dismiss: 'bad',
  review: 'good',
  recordOralApproval: 'warn',
  signOralApproval: 'good',
  denyOralApproval: 'bad',
  approve: 'good',
  confirm: 'good',
  recordAgreement: 'good',
  followUp: 'good',
  close: 'good',
  resolve: 'good',
  logContactAttempt: 'warn',
  reopen: 'warn',
  answerPromise: 'good',
  supersedePromise: 'warn',
  pausePromise: 'warn',
  breakPromise: 'bad',
  escalatePromise: 'bad',
}

/** The case's life, newest first, each decision with its signature. */
export function ComplaintTimeline({
  complaint,
}: {
  readonly complaint: FragmentType<typeof ComplaintTimelineParts>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const parts = readFragment(ComplaintTimelineParts, complaint)
  const { id, number, events, signOffs } = parts
  const all = happenings(events, signOffs)
  if (all.length === 0) return null
  const titleOf = ({ event, signOff }: Happening) => {
    const action = event && eventOf(event.action)
    if (action) return sayWord(TIMELINE_LABELS[action])
    return signOff ? say('signed', { meaning: sayWord(MEANING_LABELS[signOff.meaning]) }) : ''
  }
  const entries = all.map((it) => {
    const { event, signOff } = it
    const action = event && eventOf(event.action)
    const note = event?.note ?? signOff?.comment
    const moved = event && event.from !== null && event.from !== event.to
    return {
      key: it.key,
      at: it.at,
      title: titleOf(it),
      by: event?.by?.name ?? signOff?.signer?.name,
      tone: (action && TONES[action]) ?? 'neutral',
      children: (moved || note || signOff) && (
        <Stack gap={1}>
          {moved && (
            <span className="st-quiet">{say('became', { status: sayWord(STATUS_LABELS[event.to]) })}</span>
          )}
          {note && <Prose>{note}</Prose>}
          {signOff && <Signature signOff={signOff} />}
        </Stack>
      ),
    }
  })
  return (
    <Panel
      title={say('title')}
      actions={
        <Inline gap={1}>
          {may('complaint:readFacts') && <PrintedForms complaint={parts} />}
          {may('signOff:prove') && signOffs.length > 0 && <ProofExport complaintId={id} number={number} />}
        </Inline>
      }
    >
      <Timeline label={say('title')} entries={entries} />
    </Panel>
  )
}

const SHORT_HASH = 8

function Signature({ signOff }: { readonly signOff: TimelineSignOff }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { meaning, role, revision, contentHash, proofMethod } = signOff
  return (
    <span className="st-quiet st-small">
      <Inline gap={2}>
        <SignOffIcon aria-hidden />
        <span>
          {say('signed', { meaning: sayWord(MEANING_LABELS[meaning]) })} · {sayWord(ROLE_LABELS[role])} ·{' '}
          {say('version', { revision })} ·{' '}
          {say('proven', { how: sayWord(SIGNATURE_PROOF_LABELS[proofMethod]) })}
        </span>
        <span className="st-code" title={say('hash', { hash: contentHash })}>
          {contentHash.slice(0, SHORT_HASH)}
        </span>
      </Inline>
    </span>
  )
}
