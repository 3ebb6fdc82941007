import {
  AUDIT_SUBJECT_LABELS,
  auditEventLabel,
  CAUSE_LABELS,
  ROLE_LABELS,
  type AuditSubject,
  type Cause,
  type Role,
  type Text,
} from '@steward/domain'
import { messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink } from '@steward/ui'
import { told, type Entry } from './acts.ts'

const texts = messages({
  system: { zh: '系统', en: 'The system' },
  did: { zh: '进行了操作 {{verb}}', en: 'did {{verb}} to' },
  allCauses: { zh: '一般', en: 'general' },
  order: { zh: '执行单（投诉 {{number}}）', en: 'the order of case {{number}}' },
})

interface Subject {
  readonly name: string
  /** Its page, where there is one that the viewer may open. */
  readonly to?: string | undefined
}

/** Who did what to which record, as one says it: 张三受理了投诉 2611-0042. */
export function ActSentence({ entry }: { readonly entry: Entry }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const subject = useSubject(entry)
  const event = auditEventLabel(entry.verb)
  return (
    <span className="st-sentence">
      <span className="st-strong">{entry.actor?.name ?? say('system')}</span>{' '}
      {event ? sayWord(event) : say('did', { verb: entry.verb })}{' '}
      {subject.to ? (
        <AppLink to={subject.to}>{subject.name}</AppLink>
      ) : (
        <span className="st-strong">{subject.name}</span>
      )}
    </span>
  )
}

/** What an entry is about, by the name that people use for it. */
function useSubject(entry: Entry): Subject {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const { complaint, task, client, staff, department, project, building, unit, authorityLimit } = entry
  const { controlledDocument, documentRevision } = entry
  const casePath = (id: string) =>
    may('portal:customerService') ? `/customer-service/complaints/${id}` : undefined
  if (complaint) return { name: complaint.number, to: casePath(complaint.id) }
  if (task?.complaint) {
    return { name: say('order', { number: task.complaint.number }), to: casePath(task.complaint.id) }
  }
  if (client) return { name: client.code }
  if (staff) return { name: staff.name, to: path(`people/${staff.id}`) }
  if (department) return { name: department.name, to: path(`people?department=${department.id}`) }
  if (project) return { name: project.name, to: path(`projects/${project.id}`) }
  if (building) {
    const to = building.project ? path(`projects/${building.project.id}`) : undefined
    return { name: [building.project?.name, building.name].filter(Boolean).join(' '), to }
  }
  if (unit) return { name: unit.label }
  if (controlledDocument)
    return { name: controlledDocument.number, to: path(`documents/${controlledDocument.id}`) }
  if (documentRevision?.document) {
    const { document, id, label } = documentRevision
    return { name: `${document.number} ${label}`, to: path(`documents/${document.id}?revision=${id}`) }
  }
  if (entry.subjectType === 'AUTHORITY_LIMIT') {
    const role = authorityLimit?.role ?? told(entry, 'role')
    const cause = authorityLimit ? authorityLimit.cause : told(entry, 'cause')
    return { name: limitName(role, cause, sayWord, say('allCauses')), to: path('limits') }
  }
  const kind = sayWord(AUDIT_SUBJECT_LABELS[entry.subjectType.toLowerCase() as AuditSubject])
  return { name: told(entry, 'number') ?? told(entry, 'name') ?? kind }
}

const limitName = (
  role: string | undefined,
  cause: string | null | undefined,
  sayWord: (text: Text) => string,
  allCauses: string,
): string => {
  const words = [
    role && role in ROLE_LABELS ? sayWord(ROLE_LABELS[role as Role]) : '',
    cause && cause in CAUSE_LABELS ? sayWord(CAUSE_LABELS[cause as Cause]) : allCauses,
  ]
  return words.filter(Boolean).join(' · ')
}
