import { COMPLAINT_ACTION_LABELS, REVISION_STATUS_LABELS } from '@steward/domain'
import {
  graphql,
  readFragment,
  type ComplaintAgreementFragment,
  type FragmentType,
} from '@steward/graphql-client'
import { messages, useMay, useMessages, usePagePath, useSay } from '@steward/portal'
import { Alert, AppLink, Button, Inline, Panel, PrintIcon, Stack, StatusTag, useUi } from '@steward/ui'
import { actionOf, type CaseAction } from '../action-names.ts'

export const ComplaintAgreementParts = graphql(/* GraphQL */ `
  fragment ComplaintAgreement on Complaint {
    id
    agreementOwed
    agreementSigner
    agreementSignedOn
    approvedAt
    closedAt
    availableActions
    currentOption {
      id
    }
    agreements {
      id
      option {
        id
      }
      number
      title
      controlStatus
      openStatus
      effectiveRevision {
        id
      }
      openRevision {
        id
      }
    }
  }
`)

const texts = messages({
  title: { zh: '处理协议', en: 'Settlement agreement' },
  missing: {
    zh: '该方案须与客户签订处理协议，签署之前不能派单，也不能结案。',
    en: 'This remedy takes an agreement with the client: before it is signed nothing is dispatched, and the case is not closed.',
  },
  waits: {
    zh: '协议已批准，等待客户签署：请打印两份，客户签字后在此登记。',
    en: 'Approved; the client is to sign it: print two copies, and record it here once signed.',
  },
  onItsWay: {
    zh: '协议在会签中，批准后才能请客户签署。',
    en: 'It is being signed inside; the client signs once it is approved.',
  },
  signed: { zh: '客户已签署：{{signer}}，{{day}}', en: 'Signed by {{signer}} on {{day}}' },
  draft: { zh: '起草处理协议', en: 'Draft the agreement' },
  print: { zh: '打印协议', en: 'Print' },
  obsolete: { zh: '作废', en: 'Obsolete' },
})

interface ComplaintAgreementProps {
  readonly complaint: FragmentType<typeof ComplaintAgreementParts>
  readonly onAct: (action: CaseAction) => void
}

type Agreement = ComplaintAgreementFragment['agreements'][number]

const stands = ({ controlStatus }: Agreement): boolean => controlStatus !== 'OBSOLETE'

/** What is agreed with the client in writing: whether it is needed, how far it is, and whether they signed. */
export function ComplaintAgreement({ complaint, onAct }: ComplaintAgreementProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const pathOf = usePagePath()
  const it = readFragment(ComplaintAgreementParts, complaint)
  // One about an earlier remedy agrees on nothing that is on the table now.
  const standing = it.agreements.filter(
    (agreement) => stands(agreement) && agreement.option?.id === it.currentOption?.id,
  )
  const mayDraft =
    may('document:draft') && it.approvedAt !== null && it.closedAt === null && standing.length === 0
  const mayRecord = it.availableActions.map(actionOf).includes('recordAgreement')
  if (!it.agreementOwed && it.agreements.length === 0 && !mayDraft) return null
  const inForce = standing.some(({ effectiveRevision }) => effectiveRevision !== null)
  const state = !it.agreementOwed ? null : inForce ? 'waits' : standing.length > 0 ? 'onItsWay' : 'missing'
  return (
    <Panel title={say('title')}>
      <Stack gap={3} align="flex-start">
        {state && <Alert type={state === 'onItsWay' ? 'info' : 'warning'} showIcon title={say(state)} />}
        {it.agreementSignedOn && (
          <StatusTag tone="good">
            {say('signed', { signer: it.agreementSigner ?? '', day: it.agreementSignedOn })}
          </StatusTag>
        )}
        {it.agreements.map((agreement) => (
          <AgreementLine key={agreement.id} agreement={agreement} />
        ))}
        {(mayDraft || mayRecord) && (
          <Inline gap={2}>
            {mayRecord && (
              <Button type="primary" onClick={() => onAct('recordAgreement')}>
                {sayWord(COMPLAINT_ACTION_LABELS.recordAgreement)}
              </Button>
            )}
            {mayDraft && (
              <AppLink
                to={`${pathOf({ portal: 'admin', path: 'documents/new' })}?kind=SETTLEMENT_AGREEMENT&case=${it.id}`}
              >
                {say('draft')}
              </AppLink>
            )}
          </Inline>
        )}
      </Stack>
    </Panel>
  )
}

function AgreementLine({ agreement }: { readonly agreement: Agreement }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { locale } = useUi()
  const pathOf = usePagePath()
  const { id, number, title, openStatus, effectiveRevision } = agreement
  const name = (
    <>
      <code>{number}</code> {title}
    </>
  )
  const status = stands(agreement) ? (openStatus ?? 'EFFECTIVE') : undefined
  return (
    <Inline gap={2}>
      {may('portal:admin') ? (
        <AppLink to={pathOf({ portal: 'admin', path: `documents/${id}` })}>{name}</AppLink>
      ) : (
        <span>{name}</span>
      )}
      <StatusTag tone={status === 'EFFECTIVE' ? 'good' : status ? 'info' : 'neutral'}>
        {status ? sayWord(REVISION_STATUS_LABELS[status]) : say('obsolete')}
      </StatusTag>
      {effectiveRevision && stands(agreement) && (
        <Button
          size="small"
          icon={<PrintIcon aria-hidden />}
          href={`/files/documents/${effectiveRevision.id}.pdf?lang=${locale}`}
          download
        >
          {say('print')}
        </Button>
      )}
    </Inline>
  )
}
