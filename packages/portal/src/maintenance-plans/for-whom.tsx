import { useQuery } from '@apollo/client/react'
import type { PlanStatus } from '@steward/domain'
import { Alert, AppLink, Choice, Field, Fields, Select, Stack, useFieldValue } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { PlanTag } from './plan-tags.tsx'
import { PlannedClientSelect } from './planned-client-select.tsx'
import { PlannedClient } from './plan-writing-documents.ts'

const texts = messages({
  aim: { zh: '对象', en: 'For' },
  CLIENT: { zh: '一位客户', en: 'One client' },
  SEGMENT: { zh: '一类客户', en: 'A segment' },
  client: { zh: '客户', en: 'Client' },
  grades: { zh: '客户等级（不选为全部）', en: 'Grades (none: all)' },
  projects: { zh: '项目（不选为全部）', en: 'Communities (none: all)' },
  others: {
    zh: '该客户已有方案。同一期间同时起草的，先提交的为准。',
    en: 'There are plans for this client. Of two drafted at once for the same time the first submitted stands.',
  },
})

/** A plan for clients is for one of them, or for a segment. */
export type PlanAim = 'CLIENT' | 'SEGMENT'

const GRADES = ['A', 'B', 'C', 'D']

export function ForWhom({
  projects,
}: {
  readonly projects: readonly { readonly id: string; readonly name: string }[]
}) {
  const say = useMessages(texts)
  const isSegment = useFieldValue<PlanAim>('aim') === 'SEGMENT'
  const clientId = useFieldValue<string>('clientId')
  return (
    <Stack gap={3}>
      <Fields>
        <Field name="aim" label={say('aim')}>
          <Choice<PlanAim>
            options={(['CLIENT', 'SEGMENT'] as const).map((value) => ({ value, label: say(value) }))}
          />
        </Field>
        {isSegment ? (
          <>
            <Field name="segmentGrades" label={say('grades')}>
              <Select mode="tags" options={GRADES.map((value) => ({ value, label: value }))} />
            </Field>
            <Field name="segmentProjectIds" label={say('projects')}>
              <Select
                mode="multiple"
                options={projects.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Field>
          </>
        ) : (
          <Field name="clientId" label={say('client')} required>
            <PlannedClientSelect />
          </Field>
        )}
      </Fields>
      {!isSegment && clientId && <PlansThere clientId={clientId} />}
    </Stack>
  )
}

const STANDING: readonly PlanStatus[] = ['DRAFT', 'IN_REVIEW', 'PENDING_APPROVAL', 'ACTIVE', 'EVALUATING']

/** Whoever begins a plan sees which others there are for the client. */
function PlansThere({ clientId }: { readonly clientId: string }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { data } = useQuery(PlannedClient, { variables: { id: clientId } })
  const standing = (data?.client?.maintenancePlans ?? []).filter(({ status }) => STANDING.includes(status))
  if (standing.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={say('others')}
      description={
        <Stack gap={1}>
          {standing.map(({ id, number, title, status }) => (
            <span key={id}>
              <AppLink to={path(`plans/${id}`)}>{number}</AppLink> {title} <PlanTag status={status} />
            </span>
          ))}
        </Stack>
      }
    />
  )
}
