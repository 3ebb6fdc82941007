import {
  canonicalQuery,
  lostFilters,
  ROLE_LABELS,
  ROLES,
  SHARING_PERMISSIONS,
  VIEW_INPUTS,
  VIEW_SHARING_LABELS,
  VIEW_SHARINGS,
  type Role,
  type ViewPlace,
  type ViewSharing,
} from '@steward/domain'
import type { SavedViewsQuery } from '@steward/graphql-client'
import { Checkbox, Choice, Field, Form, Input, Select, useFieldValue, useNotify } from '@steward/ui'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useMay } from '../session/viewer.tsx'
import { ChangeViewMutation, SaveViewMutation } from './view-documents.ts'

const texts = messages({
  form: { zh: '列表视图', en: 'View of the list' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '视图“{{name}}”已保存', en: 'The view “{{name}}” is saved' },
  name: { zh: '名称', en: 'Name' },
  nameHint: { zh: '例如：一二级未结', en: 'e.g. Severe and open' },
  sharing: { zh: '谁能看到', en: 'Who sees it' },
  role: { zh: '哪个岗位', en: 'Which role' },
  sharingHint: {
    zh: '共享的只是筛选条件，各人仍只看到自己有权看的内容。',
    en: 'Only the filters are shared: each still sees what they may see.',
  },
  present: { zh: '改用列表现在的筛选和排序', en: 'Take the filters and the order that the list has now' },
  taken: { zh: '您已有同名的视图。', en: 'You have a view of this name.' },
})

export type View = SavedViewsQuery['savedViews'][number]

interface Values {
  readonly name?: string
  /** Absent where there is nothing to choose. */
  readonly sharing?: ViewSharing
  readonly sharedRole?: Role
  readonly takesPresent?: boolean
}

interface ViewFormProps {
  readonly place: ViewPlace
  /** The address that the list has now. */
  readonly present: string
  /** Undefined: a new one. */
  readonly view: View | undefined
  readonly onDone: (query: string) => Promise<unknown>
  readonly onCancel: () => void
}

/** Names what the list shows now; or renames, shares or narrows anew what was kept. */
export function ViewForm({ place, present, view, onDone, onCancel }: ViewFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const notify = useNotify()
  const check = useCheckInput()
  const save = useAct(SaveViewMutation)
  const change = useAct(ChangeViewMutation)
  const sharings = VIEW_SHARINGS.filter((sharing) => {
    const permission = SHARING_PERMISSIONS[sharing]
    return permission === null || sharing === view?.sharing || may(permission)
  })
  const statedBy = ({ name = '', sharing, sharedRole, takesPresent = false }: Values) => ({
    name,
    sharing: sharing ?? view?.sharing ?? ('PRIVATE' as const),
    ...(sharing === 'ROLE' && sharedRole ? { sharedRole } : {}),
    query: view && !takesPresent ? meant(place, view.query) : present,
  })
  return (
    <Form<Values>
      label={say('form')}
      verb={say('save')}
      initial={{
        sharing: view?.sharing ?? 'PRIVATE',
        ...(view ? { name: view.name } : {}),
        ...(view?.sharedRole ? { sharedRole: view.sharedRole } : {}),
      }}
      onCancel={onCancel}
      check={(values) => check(VIEW_INPUTS.save, { place, ...statedBy(values) })}
      onSubmit={async (values) => {
        const stated = statedBy(values)
        const { done, refused, refusal } = view
          ? await change({ savedViewId: view.id, expectedVersion: view.version, ...stated })
          : await save({ place, ...stated })
        if (refusal?.code === 'DUPLICATE') return { fields: { name: say('taken') } }
        if (done) {
          notify.done(say('saved', { name: done.name }))
          await onDone(done.query)
        }
        return refused
      }}
    >
      <Field name="name" label={say('name')} hint={say('nameHint')} required>
        <Input autoFocus autoComplete="off" maxLength={40} />
      </Field>
      {sharings.length > 1 && (
        <Field name="sharing" label={say('sharing')} hint={say('sharingHint')}>
          <Choice
            options={sharings.map((value) => ({ value, label: sayWord(VIEW_SHARING_LABELS[value]) }))}
          />
        </Field>
      )}
      <RoleField />
      {view && canonicalQuery(present) !== view.query && (
        <Field name="takesPresent" label={say('present')} toggles unlabelled>
          <Checkbox>{say('present')}</Checkbox>
        </Field>
      )}
    </Form>
  )
}

/** With which role, where it is one. */
function RoleField() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const sharing = useFieldValue<ViewSharing>('sharing')
  if (sharing !== 'ROLE') return null
  return (
    <Field name="sharedRole" label={say('role')} required>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={ROLES.filter((role) => role !== 'PARTNER').map((value) => ({
          value,
          label: sayWord(ROLE_LABELS[value]),
        }))}
      />
    </Field>
  )
}

/** What the list still understands of a kept address: the rest was left out all along. */
const meant = (place: ViewPlace, query: string): string => {
  const lost = new Set(lostFilters(place, query).map(({ name }) => name))
  return query
    .split('&')
    .filter((member) => !lost.has(member.slice(0, Math.max(0, member.indexOf('=')))))
    .join('&')
}
