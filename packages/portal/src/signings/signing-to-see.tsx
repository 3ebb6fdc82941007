import { OPTION_KIND_LABELS } from '@steward/domain'
import { readFragment, type SigningInFullQuery } from '@steward/graphql-client'
import { Choice, DescriptionList, Money, Prose, Stack } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { RevisionToSign } from './revision-to-sign.tsx'
import { SigningInBrief } from './signing-documents.ts'
import { SigningWay } from './signing-way.tsx'
import { awaitedStep, useSigningSubject, useWayName } from './signing-words.tsx'

const texts = messages({
  what: { zh: '处理方式', en: 'Remedy' },
  amount: { zh: '金额', en: 'Amount' },
  authority: { zh: '须核决', en: 'To be approved' },
  findings: { zh: '调查结果', en: 'Findings' },
  share: { zh: '我方责任', en: 'Our share of the fault' },
  kind: { zh: '事项', en: 'Matter' },
  name: { zh: '以谁的名义签', en: 'Signed for' },
})

export type Seen = NonNullable<SigningInFullQuery['signing']>

interface SigningToSeeProps {
  readonly signing: Seen
  readonly delegationId: string | null
  readonly onBehalf: (delegationId: string | null) => void
}

/** One of several, as its signer must see it. */
export function SigningToSee({ signing, delegationId, onBehalf }: SigningToSeeProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { currency } = useViewer().organization
  const subjectOf = useSigningSubject()
  const wayName = useWayName()
  const brief = readFragment(SigningInBrief, signing)
  const { complaint, documentRevision: revision } = signing
  const { kind, meaning } = subjectOf(brief)
  const toApprove = awaitedStep(brief)?.amountMinor ?? null
  const money = (minor: number | null | undefined) =>
    minor === null || minor === undefined ? null : <Money minor={minor} currency={currency} />
  const option = complaint?.currentOption
  const facts = [
    { label: say('kind'), value: [kind, meaning].filter(Boolean).join(' · ') },
    { label: say('what'), value: option && sayWord(OPTION_KIND_LABELS[option.kind]) },
    { label: say('amount'), value: money(complaint?.amountMinor) },
    {
      label: say('authority'),
      value: toApprove !== null && toApprove !== complaint?.amountMinor && money(toApprove),
    },
    { label: say('share'), value: typeof complaint?.faultShare === 'number' && `${complaint.faultShare} %` },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []))
  return (
    <Stack gap={4}>
      <DescriptionList items={facts} />
      {option?.description && <Prose>{option.description}</Prose>}
      {complaint?.findings && (
        <Stack gap={1}>
          <h3 className="st-group-title">{say('findings')}</h3>
          <Prose>{complaint.findings}</Prose>
        </Stack>
      )}
      {revision && <RevisionToSign revision={revision} />}
      <SigningWay signing={signing} />
      {brief.waysToSign.some((way) => way.delegationId !== null) && (
        <Stack gap={1}>
          <h3 className="st-group-title">{say('name')}</h3>
          <Choice
            label={say('name')}
            value={delegationId}
            options={brief.waysToSign.map((way) => ({ value: way.delegationId, label: wayName(way) }))}
            onChange={onBehalf}
          />
        </Stack>
      )}
    </Stack>
  )
}
