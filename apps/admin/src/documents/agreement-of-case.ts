import { agreementClauses } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useSay, useViewer } from '@steward/portal'
import { moneyText, useUi } from '@steward/ui'
import type { DocumentValues } from './document-form.tsx'

const MatterOfAgreement = graphql(/* GraphQL */ `
  fragment MatterOfAgreement on Complaint {
    id
    number
    summary
    contactName
    client {
      id
      name
    }
    project {
      id
      name
    }
    unit {
      id
      label
    }
    handlingDepartment {
      id
    }
    currentOption {
      id
      kind
      description
      amountMinor
    }
    currency
    nextDueAt
  }
`)

const texts = messages({
  title: { zh: '关于投诉 {{number}} 的处理协议', en: 'Settlement agreement on case {{number}}' },
  client: { zh: '（客户姓名）', en: '(name of the client)' },
})

/** A first draft of the agreement on a case, from its approved remedy; undefined where there is nothing to agree on. */
export const useAgreementOf = (
  complaint: FragmentType<typeof MatterOfAgreement> | null | undefined,
): Partial<DocumentValues> | undefined => {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { locale } = useUi()
  const { organization } = useViewer()
  const it = readFragment(MatterOfAgreement, complaint)
  if (!it?.currentOption) return undefined
  const { number, summary, client, contactName, project, unit, currentOption: option, nextDueAt } = it
  const minor = option.amountMinor ?? 0
  const place = [project?.name, unit?.label].filter(Boolean).join(' ')
  const dueOn =
    nextDueAt &&
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: organization.timeZone }).format(
      new Date(nextDueAt),
    )
  const department = it.handlingDepartment?.id
  return {
    kind: 'SETTLEMENT_AGREEMENT',
    caseNumber: number,
    title: say('title', { number }),
    ...(department ? { executingDepartmentId: department } : {}),
    clauses: agreementClauses(
      {
        organization: organization.name,
        client: client?.name ?? contactName ?? say('client'),
        place: place || null,
        number,
        summary: summary ?? '',
        optionKind: option.kind,
        description: option.description ?? '',
        amount: minor > 0 ? moneyText(minor, it.currency ?? organization.currency, locale) : null,
        dueOn: dueOn || null,
      },
      sayWord,
    ),
  }
}
