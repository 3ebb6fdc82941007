import {
  CLIENT_KIND_LABELS,
  LEAD_ACTION_LABELS,
  LEAD_LOSS_REASON_LABELS,
  OPPORTUNITY_ACTION_LABELS,
} from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { DueMark, messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, Button, Day, DescriptionList, EditIcon, Instant, Panel, Sheet } from '@steward/ui'
import { useState } from 'react'
import { RevealPhone } from '../clients/reveal-phone.tsx'
import { known } from '../complaints/page/known.ts'
import { AmendLeadForm } from './amend-lead-form.tsx'

export const LeadAboutFragment = graphql(/* GraphQL */ `
  fragment LeadAbout on Lead {
    id
    version
    number
    kind
    name
    phoneMasked
    emailMasked
    need
    referrer
    referrerClient {
      id
      code
      name
    }
    status
    pooledAt
    returnsAt
    nextStep
    nextStepOn
    openedAt
    lostAt
    lossReason
    convertedAt
    availableActions
    source {
      id
      name
    }
    campaign {
      id
      name
    }
    project {
      id
      name
    }
    assignee {
      id
      name
    }
    openedBy {
      id
      name
    }
    client {
      id
      code
      name
    }
  }
`)

const texts = messages({
  title: { zh: '线索资料', en: 'About' },
  need: { zh: '需求', en: 'What they look for' },
  phone: { zh: '电话', en: 'Phone' },
  claimFirst: { zh: '认领后可查看号码', en: 'claim it to see the number' },
  email: { zh: '邮箱', en: 'E-mail' },
  kind: { zh: '类别', en: 'Kind' },
  project: { zh: '意向项目', en: 'Project' },
  source: { zh: '来源', en: 'Source' },
  campaign: { zh: '推广活动', en: 'Campaign' },
  referrer: { zh: '介绍人', en: 'Referred by' },
  assignee: { zh: '负责人', en: 'Assigned to' },
  pooled: { zh: '进入公海', en: 'In the pool since' },
  next: { zh: '下一步', en: 'Next step' },
  returns: { zh: '自动退回公海', en: 'Returns to the pool' },
  opened: { zh: '登记', en: 'Opened' },
  lost: { zh: '流失', en: 'Lost' },
  client: { zh: '客户档案', en: 'Archive' },
})

interface LeadAboutProps {
  readonly lead: FragmentType<typeof LeadAboutFragment>
  readonly onReload: () => Promise<unknown>
}

/** Who it is, what they want, where they come from, whose it is. */
export function LeadAbout({ lead, onReload }: LeadAboutProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const [amending, setAmending] = useState(false)
  const close = () => setAmending(false)
  const it = readFragment(LeadAboutFragment, lead)
  const verb = sayWord(LEAD_ACTION_LABELS.amend)
  const pooled = it.status === 'NEW'
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
          {
            label: say('phone'),
            value:
              it.phoneMasked &&
              (pooled ? (
                <>
                  {it.phoneMasked} <span className="st-quiet">{say('claimFirst')}</span>
                </>
              ) : (
                <RevealPhone of="lead" id={it.id} masked={it.phoneMasked} />
              )),
          },
          { label: say('email'), value: it.emailMasked },
          { label: say('assignee'), value: it.assignee?.name },
          { label: say('returns'), value: it.returnsAt && <DueMark dueAt={it.returnsAt} /> },
          { label: say('pooled'), value: it.pooledAt && <Instant at={it.pooledAt} /> },
          { label: say('source'), value: it.source?.name },
          { label: say('campaign'), value: it.campaign?.name },
          {
            label: say('referrer'),
            value: it.referrerClient ? (
              <AppLink to={path(`clients/${it.referrerClient.id}`)}>
                {it.referrerClient.name ?? it.referrerClient.code}
              </AppLink>
            ) : (
              it.referrer
            ),
          },
          { label: say('project'), value: it.project?.name },
          { label: say('kind'), value: sayWord(CLIENT_KIND_LABELS[it.kind]) },
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
                {sayWord(LEAD_LOSS_REASON_LABELS[it.lossReason])} {it.lostAt && <Instant at={it.lostAt} />}
              </>
            ),
          },
          {
            label: say('client'),
            value: it.client && (
              <>
                <AppLink to={path(`clients/${it.client.id}`)}>{it.client.name ?? it.client.code}</AppLink>{' '}
                {may('opportunity:open') && (
                  <AppLink to={`${path('opportunities/new')}?client=${it.client.id}&lead=${it.id}`}>
                    {sayWord(OPPORTUNITY_ACTION_LABELS.open)}
                  </AppLink>
                )}
              </>
            ),
          },
        ])}
      />
      <Sheet open={amending} title={verb} onClose={close}>
        <AmendLeadForm lead={it} onReload={onReload} onClose={close} />
      </Sheet>
    </Panel>
  )
}
