import { ROLE_LABELS, type Role } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { Inline, StatusTag } from '@steward/ui'

const texts = messages({ none: { zh: '没有角色', en: 'No role' } })

/** The roles of a person, each as a word. */
export function RoleTags({ roles }: { readonly roles: readonly Role[] }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  if (roles.length === 0) return <span className="st-quiet">{say('none')}</span>
  return (
    <Inline gap={1}>
      {roles.map((role) => (
        <StatusTag key={role} tone={role === 'ADMIN' ? 'seal' : 'primary'}>
          {sayWord(ROLE_LABELS[role])}
        </StatusTag>
      ))}
    </Inline>
  )
}
