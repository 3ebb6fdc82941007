import { useQuery } from '@apollo/client/react'
import {
  CLIENT_RELATION_LABELS,
  KIND_LABELS,
  SEVERITIES,
  SEVERITY_LABELS,
  type Kind,
  type Severity,
} from '@steward/domain'
import { graphql, type SiteRegisterPlacesFragment as Places } from '@steward/graphql-client'
import { messages, PromiseOutlook, useMessages, useSay } from '@steward/portal'
import { Choice, Field, Input, Select, Stack, useFieldValue, useFillFields } from '@steward/ui'
import { byNumber } from '../projects/place.ts'
import { useAllPages } from '../projects/use-all-pages.ts'
import { OTHER, type RegisterValues } from './register-values.ts'

export const SiteRegisterPlacesFragment = graphql(/* GraphQL */ `
  fragment SiteRegisterPlaces on Query {
    projects {
      id
      name
      buildings {
        id
        name
      }
    }
  }
`)

const SiteBuildingUnits = graphql(/* GraphQL */ `
  query SiteBuildingUnits($building: ID!, $after: String) {
    units(first: 100, after: $after, filter: { building: [$building] }) {
      edges {
        node {
          id
          label
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const SiteUnitOccupants = graphql(/* GraphQL */ `
  query SiteUnitOccupants($unit: ID!) {
    clients(first: 20, filter: { unit: $unit }) {
      edges {
        node {
          id
          name
          code
          relation
          phoneMasked
        }
      }
    }
  }
`)

const texts = messages({
  kind: { zh: '类别', en: 'Kind' },
  project: { zh: '项目', en: 'Project' },
  building: { zh: '楼栋', en: 'Building' },
  buildingHint: { zh: '室外或公共区域可不选。', en: 'Leave out for what is outside.' },
  unit: { zh: '房号', en: 'Unit' },
  unitHint: { zh: '公共部位可不选。', en: 'Leave out for what is common.' },
  summary: { zh: '看到什么', en: 'What you see' },
  summaryExample: { zh: '例如：3 楼走廊顶板漏水', en: 'e.g. ceiling of the corridor on floor 3 drips' },
  facts: { zh: '补充说明', en: 'More about it' },
  severity: { zh: '等级', en: 'Severity' },
  promised: { zh: '可以当面答应', en: 'What you can promise' },
  containment: { zh: '已做的应急处置', en: 'What was done on the spot' },
  containmentExample: { zh: '例如：已关 3 楼水阀，摆放警示牌', en: 'e.g. valve on floor 3 closed' },
  client: { zh: '谁反映的', en: 'Who told you' },
  other: { zh: '其他人', en: 'Somebody else' },
  contactName: { zh: '联系人', en: 'Contact' },
  contactPhone: { zh: '电话', en: 'Phone' },
})

/** What one is likely to meet on a round; inquiries and suggestions reach the desk, not the stairwell. */
const SITE_KINDS = ['ANOMALY', 'REQUEST', 'COMPLAINT'] as const satisfies readonly Kind[]

const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ value: id, label: name })
const sorted = <Row extends { readonly label: string }>(rows: readonly Row[]) =>
  rows.toSorted((one, other) => byNumber.compare(one.label, other.label))

/** The fields of the form, those that follow from another only when they do. */
export function RegisterFields({ projects }: { readonly projects: Places['projects'] }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const projectId = useFieldValue<string>('projectId')
  const fill = useFillFields<RegisterValues>()
  const buildings = projects.find(({ id }) => id === projectId)?.buildings ?? []
  const search = { optionFilterProp: 'label' }
  return (
    <>
      <Field name="kind" label={say('kind')} required>
        <Choice options={SITE_KINDS.map((kind) => ({ value: kind, label: sayWord(KIND_LABELS[kind]) }))} />
      </Field>
      <Field name="summary" label={say('summary')} required>
        <Input size="large" maxLength={200} placeholder={say('summaryExample')} />
      </Field>
      <Field name="projectId" label={say('project')} required>
        <Select
          size="large"
          showSearch={search}
          options={projects.map(named)}
          onChange={() => fill({ buildingId: undefined, unitId: undefined, clientId: undefined })}
        />
      </Field>
      <Field name="buildingId" label={say('building')} hint={say('buildingHint')}>
        <Select
          size="large"
          allowClear
          showSearch={search}
          options={sorted(buildings.map(named))}
          onChange={() => fill({ unitId: undefined, clientId: undefined })}
        />
      </Field>
      <UnitField />
      <Field name="severity" label={say('severity')} required>
        <Choice
          options={SEVERITIES.map((level) => ({ value: level, label: sayWord(SEVERITY_LABELS[level]) }))}
        />
      </Field>
      <SayToClient />
      <Field name="containment" label={say('containment')}>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          placeholder={say('containmentExample')}
        />
      </Field>
      <Field name="facts" label={say('facts')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} maxLength={10000} />
      </Field>
      <ContactFields />
    </>
  )
}

/** What may be said to whoever stands beside: it is what will be promised. */
function SayToClient() {
  const say = useMessages(texts)
  const severity = useFieldValue<Severity>('severity')
  const clientId = useFieldValue<string>('clientId')
  return severity ? (
    <div className="st-above-field">
      <Stack gap={1}>
        <span className="st-quiet">{say('promised')}</span>
        <PromiseOutlook severity={severity} clientId={clientId} />
      </Stack>
    </div>
  ) : null
}

function UnitField() {
  const say = useMessages(texts)
  const building = useFieldValue<string>('buildingId')
  const fill = useFillFields<RegisterValues>()
  const { data, loading, fetchMore } = useQuery(SiteBuildingUnits, {
    variables: { building: building ?? '' },
    skip: !building,
    fetchPolicy: 'cache-first',
  })
  useAllPages(data?.units.pageInfo, fetchMore)
  const units = data?.units.edges.map(({ node: { id, label } }) => ({ value: id, label })) ?? []
  return (
    <Field name="unitId" label={say('unit')} hint={say('unitHint')}>
      <Select
        size="large"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        disabled={!building}
        loading={loading}
        options={sorted(units)}
        onChange={() => fill({ clientId: undefined })}
      />
    </Field>
  )
}

/** Who told of it: one of the occupants, or somebody else; a fault that one sees for oneself needs nobody. */
function ContactFields() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const kind = useFieldValue<Kind>('kind')
  const unit = useFieldValue<string>('unitId')
  const client = useFieldValue<string>('clientId')
  const { data } = useQuery(SiteUnitOccupants, { variables: { unit: unit ?? '' }, skip: !unit })
  const occupants = unit ? (data?.clients.edges.map(({ node }) => node) ?? []) : []
  const free = occupants.length === 0 || client === OTHER
  return (
    <>
      {occupants.length > 0 && (
        <Field name="clientId" label={say('client')}>
          <Select
            size="large"
            allowClear
            options={[
              ...occupants.map(({ id, name, code, relation, phoneMasked }) => ({
                value: id,
                label: [name ?? code, sayWord(CLIENT_RELATION_LABELS[relation]), phoneMasked]
                  .filter(Boolean)
                  .join(' · '),
              })),
              { value: OTHER, label: say('other') },
            ]}
          />
        </Field>
      )}
      {(free || kind !== 'ANOMALY') && (!client || client === OTHER) && (
        <>
          <Field name="contactName" label={say('contactName')}>
            <Input size="large" maxLength={100} autoComplete="off" />
          </Field>
          <Field name="contactPhone" label={say('contactPhone')}>
            <Input size="large" maxLength={40} inputMode="tel" autoComplete="off" />
          </Field>
        </>
      )}
    </>
  )
}
