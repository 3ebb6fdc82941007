import {
  SERVICE_AGREEMENT_ACTION_LABELS,
  SERVICE_AGREEMENT_STATUS_LABELS,
  type ServiceAgreementAction,
  type ServiceAgreementStatus,
} from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, SignedVerbs, useMessages, useMoneyText, useSay } from '@steward/portal'
import { Button, Inline, Sheet, Stack, StatusTag, type Tone, useUi, PrintIcon } from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useArchiveAct } from '../../clients/page/use-archive-act.ts'
import { ChangeServiceAgreement } from './agreement-documents.ts'
import { AGREEMENT_PARAMETER } from './agreement-parameter.ts'
import { AgreementVerb, type AgreementAsked } from './agreement-verb.tsx'
import { AgreementView, AgreementWords } from './paper-view.tsx'
import { SectionsForm } from './proposal-verbs.tsx'

export const AgreementRowFragment = graphql(/* GraphQL */ `
  fragment AgreementRow on ServiceAgreement {
    id
    version
    number
    status
    totalMinor
    periodFrom
    periodTo
    remindOn
    signedOn
    clientSigner
    endedOn
    reason
    awaitsMe
    availableActions
    ourSigner {
      id
      name
    }
    ...AgreementWords
  }
`)

const texts = messages({
  period: { zh: '{{from}} 至 {{to}}', en: '{{from}} to {{to}}' },
  remind: { zh: '{{day}} 提醒续签', en: 'reminder on {{day}}' },
  signed: { zh: '{{day}} 由 {{who}} 签署', en: 'Signed by {{who}} on {{day}}' },
  ours: { zh: '我方：{{name}}', en: 'For us: {{name}}' },
  ended: { zh: '{{day}} 终止', en: 'Ended on {{day}}' },
  view: { zh: '查看', en: 'View' },
  print: { zh: '打印', en: 'Print' },
  done: { zh: '已保存', en: 'Saved' },
})

const TONES: Readonly<Record<ServiceAgreementStatus, Tone>> = {
  DRAFT: 'info',
  IN_SIGNING: 'warn',
  APPROVED: 'warn',
  SIGNED: 'good',
  ENDED: 'neutral',
  WITHDRAWN: 'neutral',
}
const STEPS = ['submit', 'review', 'approve'] as const
const REST = ['reject', 'withdraw', 'end'] as const

interface AgreementRowProps {
  readonly agreement: FragmentType<typeof AgreementRowFragment>
  readonly onReload: () => Promise<unknown>
}

/** 服务协议: how far its signatures are, from when until when it holds. */
export function AgreementRow({ agreement, onReload }: AgreementRowProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const { locale } = useUi()
  const [params] = useSearchParams()
  const [open, setOpen] = useState<'view' | 'change'>()
  const it = readFragment(AgreementRowFragment, agreement)
  const words = readFragment(AgreementWords, it)
  const can = (action: ServiceAgreementAction) =>
    (it.availableActions as readonly string[]).includes(action.toUpperCase())
  const close = () => setOpen(undefined)
  const change = useArchiveAct(ChangeServiceAgreement, say('done'), { onReload, onClose: close })
  const hasFree = (words.clauses ?? []).some(({ part }) => part === 'FREE')
  const verbs = [...STEPS, 'sign'] as const
  const steps = verbs.filter((step) => can(step) && (step === 'submit' || step === 'sign' || it.awaitsMe))
  const changeLabel = sayWord(SERVICE_AGREEMENT_ACTION_LABELS.change)
  return (
    <Stack gap={1}>
      <Inline gap={2}>
        <strong>{it.number}</strong>
        <StatusTag tone={TONES[it.status]}>{sayWord(SERVICE_AGREEMENT_STATUS_LABELS[it.status])}</StatusTag>
        <span>{money(it.totalMinor)}</span>
        {words.clauses && (
          <>
            <Button onClick={() => setOpen('view')}>{say('view')}</Button>
            <Button
              icon={<PrintIcon aria-hidden />}
              href={`/files/service-agreements/${it.id}.pdf?lang=${locale}`}
              download
            >
              {say('print')}
            </Button>
          </>
        )}
        {can('change') && hasFree && <Button onClick={() => setOpen('change')}>{changeLabel}</Button>}
        <SignedVerbs<AgreementAsked>
          labels={SERVICE_AGREEMENT_ACTION_LABELS}
          number={it.number}
          signing={params.get(AGREEMENT_PARAMETER) === it.id ? STEPS : []}
          steps={steps}
          rest={REST.filter(can)}
          onReload={onReload}
          renderForm={(verb, opened) => (
            <AgreementVerb verb={verb} agreement={it} opened={opened} onReload={onReload} />
          )}
        />
      </Inline>
      <p className="st-quiet st-small">
        {[
          say('period', { from: it.periodFrom, to: it.periodTo }),
          it.ourSigner && say('ours', { name: it.ourSigner.name }),
          it.status === 'SIGNED' && say('remind', { day: it.remindOn }),
          it.signedOn && say('signed', { day: it.signedOn, who: it.clientSigner ?? '' }),
          it.endedOn && say('ended', { day: it.endedOn }),
          it.reason,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Sheet
        open={open !== undefined}
        title={`${open === 'change' ? changeLabel : say('view')} ${it.number}`}
        onClose={close}
      >
        {open === 'view' && <AgreementView agreement={it} />}
        {open === 'change' && (
          <SectionsForm
            label={changeLabel}
            clauses={words.clauses ?? []}
            onReload={onReload}
            onClose={close}
            act={(sections) => change({ agreementId: it.id, expectedVersion: it.version, sections })}
          />
        )}
      </Sheet>
    </Stack>
  )
}
