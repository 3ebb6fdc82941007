import {
  noticePage,
  SIGNING_KIND_LABELS,
  STEP_VERB_LABELS,
  type Meaning,
  type Permission,
  type StepMeaning,
} from '@steward/domain'
import type { SigningInBriefFragment } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { usePagePath } from '../routing/use-page-path.ts'
import { useMay } from '../session/viewer.tsx'

type Step = SigningInBriefFragment['steps'][number]

/** The signature that is awaited. */
export const awaitedStep = ({ steps }: Pick<SigningInBriefFragment, 'steps'>): Step | undefined =>
  steps.find(({ state }) => state === 'OPEN')

/** The verb that gives a signature, as the address of the page of what is signed names it. */
const VERB_OF: Readonly<Partial<Record<Meaning, string>>> = { REVIEWED: 'review', APPROVED: 'approve' }

/** Opens the form of a signature on the page that it stands on. */
export const SIGN_PARAMETER = 'sign'
/** Opens what a plan came to, on the page of the plan. */
export const EVALUATION_PARAMETER = 'evaluation'

/** In the portal that this person has. */
const PLAN_PAGE = (id: string, may: (permission: Permission) => boolean) =>
  ({
    portal: may('portal:customerService') ? 'customer-service' : 'property-management',
    path: `plans/${id}`,
  }) as const

/** What is signed in words, and the page on which this person finds it: with the form open, where they can sign. */
export function useSigningSubject() {
  const sayWord = useSay()
  const may = useMay()
  const pathOf = usePagePath()
  return (
    signing: Pick<
      SigningInBriefFragment,
      | 'kind'
      | 'complaint'
      | 'documentRevision'
      | 'exportRequest'
      | 'clientMerge'
      | 'priceForm'
      | 'serviceAgreement'
      | 'keyAccountNomination'
      | 'planRevision'
      | 'planSummary'
      | 'steps'
      | 'waysToSign'
    >,
  ) => {
    const {
      kind,
      complaint,
      documentRevision: revision,
      exportRequest: request,
      clientMerge: merge,
      priceForm: prices,
      serviceAgreement: agreement,
      keyAccountNomination: nomination,
      planRevision: planned,
      planSummary: summary,
    } = signing
    const document = revision?.document
    const step = awaitedStep(signing)
    const verb = step && signing.waysToSign.length > 0 ? VERB_OF[step.meaning] : undefined
    const page = complaint
      ? noticePage(
          { subjectType: 'Complaint', subjectId: complaint.id, complaintId: complaint.id, revision: null },
          may,
        )
      : document && may('document:read')
        ? ({ portal: 'admin', path: `documents/${document.id}` } as const)
        : request
          ? ({ portal: 'admin', path: `releases/${request.id}` } as const)
          : merge
            ? ({ portal: 'customer-service', path: `merges/${merge.id}` } as const)
            : agreement
              ? ({ portal: 'customer-service', path: `opportunities/${agreement.opportunityId}` } as const)
              : prices?.opportunity
                ? ({ portal: 'customer-service', path: `opportunities/${prices.opportunity.id}` } as const)
                : nomination
                  ? ({
                      portal: 'customer-service',
                      path: `key-accounts/nominations/${nomination.id}`,
                    } as const)
                  : planned
                    ? PLAN_PAGE(planned.planId, may)
                    : summary
                      ? PLAN_PAGE(summary.planId, may)
                      : null
    const parameters = new URLSearchParams({
      ...(revision && !complaint ? { revision: revision.id } : planned ? { revision: planned.id } : {}),
      ...(agreement ? { agreement: agreement.id } : {}),
      ...(summary ? { [EVALUATION_PARAMETER]: '' } : {}),
      ...(verb ? { [SIGN_PARAMETER]: verb } : {}),
    }).toString()
    return {
      kind: sayWord(SIGNING_KIND_LABELS[kind]),
      number:
        complaint?.number ??
        (document
          ? `${document.number} ${revision?.label}`
          : (request?.number ??
            merge?.number ??
            prices?.number ??
            agreement?.number ??
            nomination?.number ??
            planned?.planNumber ??
            summary?.planNumber)),
      title:
        complaint?.summary ??
        document?.title ??
        request?.purpose ??
        prices?.opportunity?.title ??
        planned?.title ??
        (merge ? `${merge.mergedCode} → ${merge.survivorCode}` : nomination?.clientCode),
      meaning: step && sayWord(STEP_VERB_LABELS[step.meaning as StepMeaning]),
      to: page ? pathOf(page) + (parameters && `?${parameters}`) : undefined,
    }
  }
}

const texts = messages({
  own: { zh: '本人', en: 'Myself' },
  behalf: { zh: '代 {{name}}', en: 'For {{name}}' },
})

/** By which right: one's own, or whose. */
export function useWayName() {
  const say = useMessages(texts)
  return ({ onBehalfOf }: Pick<SigningInBriefFragment['waysToSign'][number], 'onBehalfOf'>): string =>
    onBehalfOf === null ? say('own') : say('behalf', { name: onBehalfOf })
}
