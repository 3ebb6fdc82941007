import { DECISION_ROLE_LABELS, DECISION_ROLES } from '@steward/domain'
import type { DecisionRole } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, DescriptionList, Panel } from '@steward/ui'

const texts = messages({
  title: { zh: '决策小组', en: 'Decision group' },
  none: {
    zh: '还没有联系人标明决策角色；在客户页面的联系人中登记，这里随即显示。',
    en: 'No contact has a role in decisions yet: say so on the page of the client, and it shows here.',
  },
  gap: { zh: '尚不清楚', en: 'Not known yet' },
  contacts: { zh: '联系人', en: 'Contacts' },
})

interface Contact {
  readonly id: string
  readonly name: string | null
  readonly position: string | null
  readonly decisionRoles: readonly DecisionRole[] | null
  readonly concerns: string | null
}

/** Who decides, influences, uses and pays, as their contacts say now. */
export function DecisionGroup({
  clientId,
  contacts,
}: {
  readonly clientId: string
  readonly contacts: readonly Contact[]
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const named = contacts.filter(({ decisionRoles }) => (decisionRoles ?? []).length > 0)
  return (
    <Panel
      title={say('title')}
      actions={<AppLink to={path(`clients/${clientId}`)}>{say('contacts')}</AppLink>}
    >
      {named.length === 0 ? (
        <p className="st-quiet">{say('none')}</p>
      ) : (
        <DescriptionList
          min={260}
          items={DECISION_ROLES.map((role) => {
            const theirs = named.filter(({ decisionRoles }) => decisionRoles?.includes(role))
            return {
              label: sayWord(DECISION_ROLE_LABELS[role]),
              value:
                theirs.length === 0 ? (
                  <span className="st-quiet">{say('gap')}</span>
                ) : (
                  theirs.map(({ id, name, position, concerns }) => (
                    <div key={id}>
                      {[name, position].filter(Boolean).join(' · ')}
                      {concerns && <div className="st-quiet st-small">{concerns}</div>}
                    </div>
                  ))
                ),
            }
          })}
        />
      )}
    </Panel>
  )
}
