import { useQuery } from '@apollo/client/react'
import { STATUS_LABELS } from '@steward/domain'
import { graphql, type VerbCaseFragment } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { Field, NoOption, Select } from '@steward/ui'
import { useState } from 'react'

const SameMatter = graphql(/* GraphQL */ `
  query SameMatter($filter: ComplaintFilter!) {
    complaints(first: 20, filter: $filter) {
      edges {
        node {
          id
          number
          summary
          status
        }
      }
    }
  }
`)

const texts = messages({
  into: { zh: '并入', en: 'Merge into' },
  hint: {
    zh: '先列出同一客户的未结单；也可输入单号查找。',
    en: "The client's open cases first; or type a number.",
  },
  none: { zh: '没有找到', en: 'None found' },
})

interface SameMatterFieldProps {
  readonly name: string
  readonly complaint: VerbCaseFragment
}

/** Another case: of the same client, or by its number. */
export function SameMatterField({ name, complaint }: SameMatterFieldProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [number, setNumber] = useState('')
  const ofClient = complaint.client ? { client: complaint.client.id, open: true } : { open: true }
  const { data, previousData } = useQuery(SameMatter, {
    variables: { filter: number ? { number } : ofClient },
  })
  const options = (data ?? previousData)?.complaints.edges
    .filter(({ node }) => node.id !== complaint.id)
    .map(({ node }) => ({
      value: node.id,
      label: [node.number, sayWord(STATUS_LABELS[node.status]), node.summary].filter(Boolean).join(' · '),
    }))
  return (
    <Field name={name} label={say('into')} hint={say('hint')} required wide>
      <Select
        showSearch={{ filterOption: false, onSearch: (typed) => setNumber(typed.trim()) }}
        notFoundContent={<NoOption>{say('none')}</NoOption>}
        options={options ?? []}
      />
    </Field>
  )
}
