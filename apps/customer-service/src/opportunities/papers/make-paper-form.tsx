import { useQuery } from '@apollo/client/react'
import {
  SALES_PROPOSAL_ACTION_LABELS,
  SALES_PROPOSAL_INPUTS,
  SERVICE_AGREEMENT_ACTION_LABELS,
  SERVICE_AGREEMENT_INPUTS,
} from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, PersonSelect, useCheckInput, useMessages, useSay, useViewer } from '@steward/portal'
import { Alert, Field, Fields, Form, Input, Select } from '@steward/ui'
import { stated } from '../../clients/page/options.ts'
import { useArchiveAct, type ArchiveSurroundings } from '../../clients/page/use-archive-act.ts'
import { MakeServiceAgreement } from './agreement-documents.ts'
import { MakeSalesProposal } from './proposal-documents.ts'

const SalesTemplates = graphql(/* GraphQL */ `
  query SalesTemplates($kind: [DocumentKind!]!) {
    controlledDocuments(first: 50, filter: { kind: $kind, controlStatus: [CONTROLLED] }, orderBy: NUMBER) {
      edges {
        node {
          id
          number
          title
        }
      }
    }
  }
`)

const PaperContacts = graphql(/* GraphQL */ `
  query PaperContacts($id: ID!) {
    opportunity(id: $id) {
      id
      client {
        id
        contacts {
          id
          name
        }
      }
    }
  }
`)

const texts = messages({
  template: { zh: '模板', en: 'Template' },
  none: {
    zh: '还没有有效的模板：先在“受控文件”里起草并批准一份。',
    en: 'No template is in force yet: draft one among the controlled documents and have it approved.',
  },
  contact: { zh: '客户联系人', en: 'Contact of the client' },
  from: { zh: '服务开始', en: 'Service from' },
  to: { zh: '服务结束', en: 'Service until' },
  terms: { zh: '付款方式', en: 'Terms of payment' },
  termsHint: { zh: '如：按季预付，每季首月 10 日前', en: 'E.g. a quarter in advance' },
  valid: { zh: '报价有效期', en: 'Offer valid until' },
  signer: { zh: '我方签约人', en: 'Our signer' },
  made: { zh: '方案书已编制', en: 'The proposal is made' },
  agreed: { zh: '服务协议已编制', en: 'The agreement is made' },
  asProposed: {
    zh: '双方、价格、期限与付款方式沿用客户已接受的方案书；留空即不变。',
    en: 'Parties, prices, term and payment are those of the accepted proposal; what is left empty stays so.',
  },
  remind: { zh: '续签提醒日', en: 'Remind of the renewal on' },
  remindHint: { zh: '留空：到期前 60 天', en: 'Empty: sixty days before its end' },
})

interface Values {
  readonly templateId?: string
  readonly contactId?: string
  readonly periodFrom?: string
  readonly periodTo?: string
  readonly paymentTerms?: string
  readonly validUntil?: string
  readonly ourSignerId?: string
  readonly remindOn?: string
}

const useTemplates = (kind: 'PROPOSAL_TEMPLATE' | 'AGREEMENT_TEMPLATE') => {
  const { data } = useQuery(SalesTemplates, { variables: { kind: [kind] } })
  return data?.controlledDocuments.edges.map(({ node }) => ({
    value: node.id,
    label: `${node.title ?? ''} ${node.number}`,
  }))
}

function TermFields({ templates }: { readonly templates: { value: string; label: string }[] | undefined }) {
  const say = useMessages(texts)
  return (
    <>
      {templates?.length === 0 && <Alert type="warning" showIcon title={say('none')} />}
      <Field name="templateId" label={say('template')} required>
        <Select options={templates ?? []} />
      </Field>
      <Fields>
        <Field name="periodFrom" label={say('from')}>
          <Input type="date" />
        </Field>
        <Field name="periodTo" label={say('to')}>
          <Input type="date" />
        </Field>
      </Fields>
      <Field name="paymentTerms" label={say('terms')} hint={say('termsHint')}>
        <Input maxLength={500} />
      </Field>
      <Field name="ourSignerId" label={say('signer')}>
        <PersonSelect />
      </Field>
    </>
  )
}

const only = (templates: readonly { readonly value: string }[] | undefined) =>
  templates?.length === 1 ? { templateId: templates[0]!.value } : {}

/** A proposal from a template: everything else is read from the opportunity and its approved prices. */
export function MakeProposalForm({
  opportunityId,
  ...surroundings
}: ArchiveSurroundings & { readonly opportunityId: string }) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const viewer = useViewer()
  const templates = useTemplates('PROPOSAL_TEMPLATE')
  const { data } = useQuery(PaperContacts, { variables: { id: opportunityId } })
  const act = useArchiveAct(MakeSalesProposal, say('made'), surroundings)
  const verb = useSay()(SALES_PROPOSAL_ACTION_LABELS.make)
  const inputOf = ({ templateId = '', ...rest }: Values) => ({
    opportunityId,
    templateId,
    ...stated({ ...rest }),
  })
  if (!templates) return null
  const contacts = data?.opportunity?.client?.contacts ?? []
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ ...only(templates), ourSignerId: viewer.staff.id }}
      onCancel={surroundings.onClose}
      check={(values) => check(SALES_PROPOSAL_INPUTS.make, inputOf(values))}
      onSubmit={(values) => act(inputOf(values))}
    >
      <TermFields templates={templates} />
      <Field name="validUntil" label={say('valid')}>
        <Input type="date" />
      </Field>
      {contacts.length > 0 && (
        <Field name="contactId" label={say('contact')}>
          <Select allowClear options={contacts.map(({ id, name }) => ({ value: id, label: name ?? id }))} />
        </Field>
      )}
    </Form>
  )
}

/** An agreement from an accepted proposal: only what is otherwise is said. */
export function MakeAgreementForm({
  proposalId,
  ...surroundings
}: ArchiveSurroundings & { readonly proposalId: string }) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const viewer = useViewer()
  const templates = useTemplates('AGREEMENT_TEMPLATE')
  const act = useArchiveAct(MakeServiceAgreement, say('agreed'), surroundings)
  const verb = useSay()(SERVICE_AGREEMENT_ACTION_LABELS.make)
  const inputOf = ({ templateId = '', ...rest }: Values) => ({
    proposalId,
    templateId,
    ...stated({ ...rest }),
  })
  if (!templates) return null
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ ...only(templates), ourSignerId: viewer.staff.id }}
      onCancel={surroundings.onClose}
      check={(values) => check(SERVICE_AGREEMENT_INPUTS.make, inputOf(values))}
      onSubmit={(values) => act(inputOf(values))}
    >
      <p className="st-quiet">{say('asProposed')}</p>
      <TermFields templates={templates} />
      <Field name="remindOn" label={say('remind')} hint={say('remindHint')}>
        <Input type="date" />
      </Field>
    </Form>
  )
}
