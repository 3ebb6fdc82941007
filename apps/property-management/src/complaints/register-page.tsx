import { useQuery } from '@apollo/client/react'
import { COMPLAINT_INPUTS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useAct,
  useCheckInput,
  useDraft,
  useMessages,
  usePortalPath,
  useWorkTab,
} from '@steward/portal'
import { Form, Loading, PageHeader, Panel, useUi } from '@steward/ui'
import { useSearchParams } from 'react-router'
import { useSettle } from '../use-settle.ts'
import { RegisterFields, SiteRegisterPlacesFragment } from './register-fields.tsx'
import { inputOf, startOf, type RegisterValues } from './register-values.ts'

const SiteRegisterPage = graphql(/* GraphQL */ `
  query SiteRegisterPage($unit: ID!, $withUnit: Boolean!) {
    ...SiteRegisterPlaces
    node(id: $unit) @include(if: $withUnit) {
      id
      ... on Unit {
        building {
          id
        }
        project {
          id
        }
      }
    }
  }
`)

const SiteRegisterComplaint = graphql(/* GraphQL */ `
  mutation SiteRegisterComplaint($input: RegisterComplaintInput!) {
    registerComplaint(input: $input) {
      ... on Complaint {
        id
        number
      }
      ... on UserError {
        code
        message
        ... on SignatureRequired {
          requestIds
          why: reason
        }
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '现场登记', en: 'Register on site' },
  subtitle: { zh: '看到什么，登记什么。', en: 'What you see is what you register.' },
  back: { zh: '投诉', en: 'Cases' },
  verb: { zh: '登记', en: 'Register' },
  done: { zh: '已登记 {{number}}', en: 'Registered: {{number}}' },
})

/** A short form for somebody who stands in front of the damage. */
export function RegisterPage() {
  const say = useMessages(texts)
  useWorkTab(say('title'))
  const path = usePortalPath()
  const [params] = useSearchParams()
  const unit = params.get('unit') ?? ''
  const { data, error, refetch } = useQuery(SiteRegisterPage, {
    variables: { unit, withUnit: unit !== '' },
    fetchPolicy: 'cache-first',
  })
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  const at = data?.node?.__typename === 'Unit' ? data.node : undefined
  const here = at && { projectId: at.project?.id, buildingId: at.building?.id, unitId: at.id }
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        back={{ to: path('complaints'), label: say('back') }}
      />
      {data ? (
        <Panel>
          <RegisterForm places={data} here={here} />
        </Panel>
      ) : (
        <Loading />
      )}
    </>
  )
}

interface RegisterFormProps {
  readonly places: FragmentType<typeof SiteRegisterPlacesFragment>
  /** The door that the person came from. */
  readonly here: Partial<RegisterValues> | undefined
}

function RegisterForm({ places, here }: RegisterFormProps) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { routing } = useUi()
  const check = useCheckInput()
  const settle = useSettle()
  const register = useAct(SiteRegisterComplaint)
  const draft = useDraft<RegisterValues>('register-on-site')
  const { projects } = readFragment(SiteRegisterPlacesFragment, places)
  return (
    <Form<RegisterValues>
      label={say('title')}
      verb={say('verb')}
      initial={{ ...startOf(projects), ...draft.found, ...here }}
      onChange={draft.keep}
      check={(values) => check(COMPLAINT_INPUTS.register, inputOf(values))}
      onSubmit={async (values) => {
        const outcome = await register(inputOf(values))
        const done = outcome.done ? say('done', { number: outcome.done.number }) : ''
        const refused = await settle(outcome, { done, typed: true })
        if (refused) return refused
        draft.drop()
        if (outcome.done) routing.go(path(`complaints/${outcome.done.id}`))
        return undefined
      }}
    >
      <RegisterFields projects={projects} />
    </Form>
  )
}
