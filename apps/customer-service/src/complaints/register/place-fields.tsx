import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { Choice, Field, Select, useFieldValue, useFillFields } from '@steward/ui'
import { useCaseChoices } from '../choices.ts'
import { unitsNow, useClientOfCase } from './client-of-case.ts'
import type { RegisterValues } from './registration.ts'

const PlacesOfProject = graphql(/* GraphQL */ `
  query PlacesOfProject($id: ID!) {
    node(id: $id) {
      id
      ... on Project {
        buildings {
          id
          name
        }
      }
    }
  }
`)

const UnitsOfBuilding = graphql(/* GraphQL */ `
  query UnitsOfBuilding($building: ID!) {
    units(first: 100, filter: { building: [$building] }) {
      edges {
        node {
          id
          label
        }
      }
    }
  }
`)

const texts = messages({
  place: { zh: '地点', en: 'Place' },
  elsewhere: { zh: '其他地点', en: 'Elsewhere' },
  project: { zh: '项目', en: 'Project' },
  building: { zh: '楼栋', en: 'Building' },
  unit: { zh: '房号', en: 'Unit' },
})

/** One of the client's units by a touch; else project, building and unit, as far as known. */
export function PlaceFields() {
  const say = useMessages(texts)
  const { client } = useClientOfCase(useFieldValue<string>('clientId'))
  const unitId = useFieldValue<string>('unitId')
  const units = client ? unitsNow(client) : []
  const own = units.some(({ id }) => id === unitId)
  const options = units.map(({ id, label, project }) => ({
    value: id as string | undefined,
    label: [project?.name, label].filter(Boolean).join(' '),
  }))
  return (
    <>
      {units.length > 0 && (
        <Field name="unitId" label={say('place')} wide>
          <Choice options={[...options, { value: undefined, label: say('elsewhere') }]} />
        </Field>
      )}
      {!own && <UnitChoice />}
    </>
  )
}

/** Project, building and unit of the surrounding form, each choice narrowing the next. */
export function UnitChoice({ required = false }: { readonly required?: boolean }) {
  const say = useMessages(texts)
  const fill = useFillFields<RegisterValues>()
  const { projects } = useCaseChoices()
  const project = useFieldValue<string>('projectId')
  const building = useFieldValue<string>('buildingId')
  const places = useQuery(PlacesOfProject, { variables: { id: project ?? '' }, skip: !project })
  const units = useQuery(UnitsOfBuilding, { variables: { building: building ?? '' }, skip: !building })
  const node = places.data?.node
  const buildings = node?.__typename === 'Project' ? node.buildings : []
  const nothing = { unitId: undefined } as const
  return (
    <>
      <Field name="projectId" label={say('project')} required={required}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={[...projects]}
          onChange={() => fill({ ...nothing, buildingId: undefined })}
        />
      </Field>
      {buildings.length > 0 && (
        <Field name="buildingId" label={say('building')} required={required}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={buildings.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={() => fill(nothing)}
          />
        </Field>
      )}
      {building && (
        <Field name="unitId" label={say('unit')} required={required}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={
              units.data?.units.edges.map(({ node: unit }) => ({ value: unit.id, label: unit.label })) ?? []
            }
          />
        </Field>
      )}
    </>
  )
}
