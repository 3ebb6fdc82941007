import { useQuery } from '@apollo/client/react'
import { graphql, readFragment } from '@steward/graphql-client'
import {
  CaseHandover,
  FailureState,
  messages,
  useLiveRecord,
  useMay,
  useMessages,
  useOpenedSigning,
  usePortalPath,
  useRefreshOnReturn,
} from '@steward/portal'
import { AppLink, EmptyState, Loading, Stack, useIsPhone, WithAside } from '@steward/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { CaseAction } from '../action-names.ts'
import { TellClient } from '../telling/tell-client.tsx'
import { VerbCase } from '../verbs/verb-case.ts'
import { delegatedActions } from '../verbs/ways-to-sign.ts'
import { ClosingChecklist } from './closing-checklist.tsx'
import { ComplaintAgreement } from './complaint-agreement.tsx'
import { ComplaintActions } from './complaint-actions.tsx'
import { ComplaintContact } from './complaint-contact.tsx'
import { ComplaintContents } from './complaint-contents.tsx'
import { ComplaintHandling } from './complaint-handling.tsx'
import { ComplaintHeader } from './complaint-header.tsx'
import { ComplaintInvestigation } from './complaint-investigation.tsx'
import { ComplaintOrders } from './complaint-orders.tsx'
import { ComplaintPromises } from './complaint-promises.tsx'
import { ComplaintProposal } from './complaint-proposal.tsx'
import { ComplaintSignings } from './complaint-signings.tsx'
import { ComplaintStages } from './complaint-stages.tsx'
import { ComplaintTimeline } from './complaint-timeline.tsx'
import { ComplaintVisits } from './complaint-visits.tsx'
import { CaseCosts } from '../../finance/costs/case-costs.tsx'
import { VerbSheet } from './verb-sheet.tsx'

const ComplaintPageQuery = graphql(/* GraphQL */ `
  query ComplaintPage($id: ID!) {
    complaint(id: $id) {
      id
      version
      availableActions
      ...ComplaintHeader
      ...ComplaintStages
      ...ComplaintActions
      ...ComplaintContents
      ...ComplaintContact
      ...ComplaintHandling
      ...ComplaintInvestigation
      ...ComplaintPromises
      ...HandoverOfCase
      ...ComplaintProposal
      ...ComplaintAgreement
      ...ComplaintSignings
      ...ComplaintOrders
      ...ComplaintVisits
      ...ClosingChecklist
      ...ComplaintTimeline
      ...VerbCase
    }
  }
`)

const texts = messages({
  missing: { zh: '没有找到这件投诉', en: 'There is no such case' },
  missingHint: {
    zh: '可能不存在，或不在您的负责范围内。',
    en: 'It does not exist, or it lies outside your responsibility.',
  },
  back: { zh: '回到列表', en: 'Back to the list' },
})

/** Forms that the list of what to sign opens. */
const SIGNING = ['review', 'approve'] as const

/** One case: all that the viewer may know of it, and exactly what they can do with it. */
export function ComplaintPage() {
  const { id = '' } = useParams()
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const phone = useIsPhone()
  const { asked: action, open, close: closeVerb, done } = useOpenedSigning<CaseAction>(SIGNING)
  const { data, error, refetch } = useQuery(ComplaintPageQuery, { variables: { id } })
  // A form that is being filled in is not pulled away: the version it was opened with decides.
  useRefreshOnReturn(() => action === undefined && void refetch())
  const [missed, setMissed] = useState(false)
  useLiveRecord(id, () => (action === undefined ? refetch() : setMissed(true)))
  const close = () => {
    closeVerb()
    if (missed) void refetch()
    setMissed(false)
  }

  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { complaint } = data
  if (!complaint) {
    return (
      <EmptyState
        title={say('missing')}
        hint={say('missingHint')}
        action={<AppLink to={path('complaints')}>{say('back')}</AppLink>}
      />
    )
  }
  const verbCase = readFragment(VerbCase, complaint)
  const delegated = delegatedActions(verbCase)
  const contact = <ComplaintContact complaint={complaint} />
  // A verb owes the client another word: the panel asks anew with each version of the case.
  const telling = <TellClient key={complaint.version} complaintId={complaint.id} />
  return (
    <>
      <ComplaintHeader complaint={complaint} />
      <Stack gap={4}>
        <ComplaintStages complaint={complaint} />
        <CaseHandover complaint={complaint} onReload={refetch} />
        <ComplaintActions complaint={complaint} delegated={delegated} onAct={open} />
        <WithAside
          aside={
            <>
              {!phone && contact}
              {!phone && telling}
              <ComplaintHandling complaint={complaint} />
              {may('complaint:readHandling') && <ClosingChecklist complaint={complaint} onAct={open} />}
            </>
          }
        >
          <ComplaintPromises complaint={complaint} onReload={refetch} />
          <ComplaintContents complaint={complaint} />
          {phone && contact}
          {phone && telling}
          <ComplaintInvestigation complaint={complaint} />
          <ComplaintProposal complaint={complaint} />
          <ComplaintAgreement complaint={complaint} onAct={open} />
          <ComplaintSignings complaint={complaint} />
          <ComplaintOrders complaint={complaint} onReload={refetch} />
          <ComplaintVisits complaint={complaint} />
          {may('costEvent:read') && may('complaint:readClient') && <CaseCosts complaintId={complaint.id} />}
          <ComplaintTimeline complaint={complaint} />
        </WithAside>
      </Stack>
      <VerbSheet
        action={action}
        complaint={verbCase}
        available={complaint.availableActions}
        delegated={delegated}
        onReload={refetch}
        onDone={() => {
          done()
          setMissed(false)
        }}
        onClose={close}
      />
    </>
  )
}
