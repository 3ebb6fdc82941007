import {
  OPPORTUNITY_ACTION_LABELS,
  OPPORTUNITY_LOSS_REASON_LABELS,
  OPPORTUNITY_ORIGIN_LABELS,
} from '@steward/domain'
import {
  graphql,
  readFragment,
  type FragmentType,
  type OpportunityAboutFragment as OpportunityAboutData,
} from '@steward/graphql-client'
import { DueMark, messages, useMay, useMessages, useMoneyText, usePortalPath, useSay } from '@steward/portal'
import { AppLink, Button, Day, DescriptionList, EditIcon, Instant, Panel, Sheet } from '@steward/ui'
import { useState } from 'react'
import { known } from '../complaints/page/known.ts'
import { AmendOpportunityForm } from './amend-opportunity-form.tsx'

export const OpportunityAboutFragment = graphql(/* GraphQL */ `
  fragment OpportunityAbout on Opportunity {
    id
    version
    number
    title
    need
    status
    origin
    expectedMinor
    expectedCloseOn
    nextStep
    nextStepOn
    touchedAt
    stallsAt
    openedAt
    lostAt
    lossReason
    wonAt
    wonMinor
    contractOn
    contractNumber
    availableActions
    client {
      id
      code
      name
    }
    project {
      id
      name
    }
    lead {
      id
      number
      name
    }
    reception {
      id
      at
      words
    }
    complaint {
      id
      number
      summary
    }
    assignee {
      id
      name
    }
    openedBy {
      id
      name
    }
  }
`)

const texts = messages({
  title: { zh: '商机资料', en: 'About' },
  client: { zh: '客户', en: 'Client' },
  need: { zh: '需求', en: 'What they need' },
  sum: { zh: '预计金额', en: 'Expected' },
  closes: { zh: '预计成交', en: 'Expected to close' },
  next: { zh: '下一步', en: 'Next step' },
  assignee: { zh: '负责人', en: 'Answers for it' },
  origin: { zh: '来源', en: 'Arose from' },
  project: { zh: '项目', en: 'Project' },
  touched: { zh: '最近跟进', en: 'Last touched' },
  stalls: { zh: '最迟跟进', en: 'Touch it by' },
  opened: { zh: '登记', en: 'Opened' },
  lost: { zh: '失败', en: 'Lost' },
  agreed: { zh: '成交金额', en: 'Agreed' },
  contract: { zh: '合同', en: 'Contract' },
  receivables: { zh: '这位客户的应收', en: 'What this client owes' },
  agreedTitle: { zh: '成交之后', en: 'What was agreed' },
  afterwards: {
    zh: '按合同逐笔登记应收；合同原件存在客户档案的附件里。',
    en: 'Register what is to be paid by the contract; the contract itself is kept among the files of the archive.',
  },
  files: { zh: '客户档案与附件', en: 'Archive and files' },
})

interface OpportunityAboutProps {
  readonly opportunity: FragmentType<typeof OpportunityAboutFragment>
  readonly onReload: () => Promise<unknown>
}

/** Of whom, what they need, what it may bring, from what it arose, whose it is. */
export function OpportunityAbout({ opportunity, onReload }: OpportunityAboutProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const money = useMoneyText()
  const may = useMay()
  const [amending, setAmending] = useState(false)
  const close = () => setAmending(false)
  const it = readFragment(OpportunityAboutFragment, opportunity)
  const verb = sayWord(OPPORTUNITY_ACTION_LABELS.amend)
  const sum = (minor: number | null | undefined) => (typeof minor === 'number' ? money(minor) : undefined)
  return (
    <Panel
      title={say('title')}
      actions={
        it.availableActions.includes('AMEND') && (
          <Button type="text" icon={<EditIcon aria-hidden />} onClick={() => setAmending(true)}>
            {verb}
          </Button>
        )
      }
    >
      <DescriptionList
        items={known([
          {
            label: say('client'),
            wide: true,
            value: it.client && (
              <AppLink to={path(`clients/${it.client.id}`)}>{it.client.name ?? it.client.code}</AppLink>
            ),
          },
          { label: say('need'), value: it.need, wide: true },
          {
            label: say('next'),
            wide: true,
            value: it.nextStep && (
              <>
                {it.nextStep} {it.nextStepOn && <Day on={it.nextStepOn} />}
              </>
            ),
          },
          { label: say('sum'), value: sum(it.expectedMinor) },
          { label: say('closes'), value: it.expectedCloseOn && <Day on={it.expectedCloseOn} /> },
          { label: say('assignee'), value: it.assignee?.name },
          { label: say('stalls'), value: it.stallsAt && <DueMark dueAt={it.stallsAt} /> },
          { label: say('touched'), value: <Instant at={it.touchedAt} /> },
          { label: say('origin'), value: <Origin of={it} /> },
          { label: say('project'), value: it.project?.name },
          {
            label: say('opened'),
            value: (
              <>
                <Instant at={it.openedAt} /> {it.openedBy?.name}
              </>
            ),
          },
          {
            label: say('lost'),
            value: it.lossReason && (
              <>
                {sayWord(OPPORTUNITY_LOSS_REASON_LABELS[it.lossReason])}{' '}
                {it.lostAt && <Instant at={it.lostAt} />}
              </>
            ),
          },
          { label: say('agreed'), value: sum(it.wonMinor) },
          {
            label: say('contract'),
            value: it.contractNumber && (
              <>
                {it.contractNumber} {it.contractOn && <Day on={it.contractOn} />}
              </>
            ),
          },
          {
            label: say('agreedTitle'),
            wide: true,
            value: it.status === 'WON' && it.client && (
              <>
                {say('afterwards')}{' '}
                {may('receivable:read') && (
                  <AppLink to={path(`finance/receivables?client=${it.client.id}`)}>
                    {say('receivables')}
                  </AppLink>
                )}{' '}
                <AppLink to={path(`clients/${it.client.id}`)}>{say('files')}</AppLink>
              </>
            ),
          },
        ])}
      />
      <Sheet open={amending} title={verb} onClose={close}>
        <AmendOpportunityForm opportunity={it} onReload={onReload} onClose={close} />
      </Sheet>
    </Panel>
  )
}

/** The record that it arose from, to those who may read that. */
function Origin({ of }: { readonly of: OpportunityAboutData }) {
  const sayWord = useSay()
  const path = usePortalPath()
  const { origin, lead, reception, complaint } = of
  const word = sayWord(OPPORTUNITY_ORIGIN_LABELS[origin])
  if (lead)
    return (
      <>
        {word} <AppLink to={path(`leads/${lead.id}`)}>{lead.name ?? lead.number}</AppLink>
      </>
    )
  if (complaint)
    return (
      <>
        {word} <AppLink to={path(`complaints/${complaint.id}`)}>{complaint.number}</AppLink>
      </>
    )
  if (reception)
    return (
      <>
        {word} <Instant at={reception.at} /> {reception.words}
      </>
    )
  return <>{word}</>
}
