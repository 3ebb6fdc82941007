import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import { Select, useSettled } from '@steward/ui'
import { useState } from 'react'
import { useWithNote } from '../i18n/use-with-note.ts'

/** As many as somebody reads before they rather type. */
const SHOWN = 20

const ColleaguesByName = graphql(/* GraphQL */ `
  query ColleaguesByName(
    $first: Int!
    $search: String
    $department: ID
    $active: Boolean
    $chosen: ID!
    $withChosen: Boolean!
  ) {
    staff(
      first: $first
      filter: { search: $search, department: $department, active: $active }
      orderBy: NAME
    ) {
      edges {
        node {
          id
          name
          position
        }
      }
    }
    staffMember(id: $chosen) @include(if: $withChosen) {
      id
      name
      position
    }
  }
`)

interface PersonSelectProps {
  /** Given by the Field around it. */
  readonly id?: string
  readonly value?: string | null | undefined
  readonly onChange?: (staffId: string | undefined) => void
  /** Only colleagues of this department; undefined: of all. */
  readonly department?: string | undefined
  /** Whom not to offer. */
  readonly except?: string
  /** Also those whose accounts were disabled: for whoever looks back. */
  readonly withGone?: boolean
  readonly placeholder?: string
  readonly 'aria-label'?: string
}

/** A colleague, looked for by name, sign-in name or position on the server: however many there are, all are found. */
export function PersonSelect({
  value,
  onChange,
  department,
  except,
  withGone = false,
  ...field
}: PersonSelectProps) {
  const withNote = useWithNote()
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const { data, previousData, loading } = useQuery(ColleaguesByName, {
    variables: {
      first: SHOWN,
      ...(search ? { search } : {}),
      ...(department ? { department } : {}),
      ...(withGone ? {} : { active: true }),
      chosen: value ?? '',
      withChosen: Boolean(value),
    },
  })
  const known = data ?? previousData
  const found = (known?.staff.edges ?? []).map(({ node }) => node).filter(({ id }) => id !== except)
  const chosen = known?.staffMember
  const people = chosen && !typed && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found
  return (
    <Select
      {...field}
      allowClear
      popupMatchSelectWidth={false}
      value={value ?? null}
      loading={loading}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      options={people.map(({ id, name, position }) => ({
        value: id,
        label: withNote(name, position),
      }))}
      onChange={(staffId: string | null | undefined) => {
        setTyped('')
        onChange?.(staffId ?? undefined)
      }}
      onOpenChange={(open) => {
        if (!open) setTyped('')
      }}
    />
  )
}
