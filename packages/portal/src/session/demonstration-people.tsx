import { ROLE_LABELS, ROLES, type Role } from '@steward/domain'
import type { DemonstrationSignInsQuery } from '@steward/graphql-client'
import { Alert, ChoiceCard, Columns, Disclosure, Stack } from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { useSay } from '../i18n/messages.ts'
import { SignInAsMutation, type SignedInViewer } from './viewer-documents.ts'

type Person = DemonstrationSignInsQuery['demonstrationSignIns'][number]

interface PeopleProps {
  readonly people: readonly Person[]
  readonly onSignedIn: (viewer: SignedInViewer) => void
}

/** The people of a demonstration, by organization and role, the main one first and the others folded away: one click is enough to be one of them. */
export function DemonstrationPeople({ people, onSignedIn }: PeopleProps) {
  const say = useSay()
  const signInAs = useAct(SignInAsMutation)
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const become = async ({ signInName }: Person) => {
    setBusy(signInName)
    setProblem(undefined)
    const { done, refused } = await signInAs({ signInName })
    if (done) return onSignedIn(done)
    setBusy(undefined)
    setProblem(refused?.message)
  }
  const [main, ...others] = groupByOrganization(people)
  const rolesOf = (organization: DemonstrationOrganization) => (
    <Columns min={240} gap={5}>
      {groupByRole(organization.people).map(([role, members]) => (
        <section key={role} aria-label={say(ROLE_LABELS[role])}>
          <Stack gap={2}>
            <h3 className="st-group-title">{say(ROLE_LABELS[role])}</h3>
            {members.map((person) => (
              <ChoiceCard
                key={person.signInName}
                title={person.name}
                note={noteOf(person, role, say)}
                busy={busy === person.signInName}
                disabled={busy !== undefined}
                onChoose={() => void become(person)}
              />
            ))}
          </Stack>
        </section>
      ))}
    </Columns>
  )
  return (
    <Stack gap={6}>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {main && (
        <section aria-label={main.name}>
          <Stack gap={4}>
            <h2 className="st-strong">{main.name}</h2>
            {rolesOf(main)}
          </Stack>
        </section>
      )}
      {others.map((organization) => (
        <Disclosure key={organization.name} summary={organization.name}>
          {() => <section aria-label={organization.name}>{rolesOf(organization)}</section>}
        </Disclosure>
      ))}
    </Stack>
  )
}

interface DemonstrationOrganization {
  readonly name: string
  readonly people: readonly Person[]
}

/** In the order of the list: the organization that the demonstration is about comes first. */
function groupByOrganization(people: readonly Person[]): readonly DemonstrationOrganization[] {
  return [...new Set(people.map(({ organization }) => organization))].map((name) => ({
    name,
    people: people.filter(({ organization }) => organization === name),
  }))
}

/** Everyone once, under the first of their roles, in the order in which the house lists roles. */
function groupByRole(people: readonly Person[]): [Role, Person[]][] {
  return ROLES.map((role): [Role, Person[]] => [
    role,
    people.filter(({ roles }) => roles[0] === role),
  ]).filter(([, members]) => members.length > 0)
}

/** The position and the other roles; the sign-in name where that would only repeat the heading. */
function noteOf(
  { position, roles, signInName }: Person,
  group: Role,
  say: ReturnType<typeof useSay>,
): string {
  const others = roles.filter((role) => role !== group).map((role) => say(ROLE_LABELS[role]))
  const own = position && position !== say(ROLE_LABELS[group]) ? [position] : []
  return [...own, ...others].join(' · ') || signInName
}
