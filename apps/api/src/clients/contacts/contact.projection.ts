import { column, day, id, instant, one, projection, type Fact } from '../../reads/projection.ts'
import { ClientContact, ClientMember } from './contact.entity.ts'

const internal = { class: 'internal' } as const
const named = { class: 'personal', permission: 'client:readName' } as const
const particular = { class: 'personal', permission: 'client:readParticulars' } as const
const personal = { class: 'personal' } as const

const ofClient = (name: string): Fact => ({ table: 'client', by: 'client_id', column: name })

/** What the scopes of an archive ask, of each of its parts. */
export const OF_CLIENT = {
  keyAccountManagerId: ofClient('key_account_manager_id'),
  projectId: ofClient('project_id'),
  buildingId: ofClient('building_id'),
}

export const clientContactProjection = projection('ClientContact', {
  table: 'client_contact',
  entity: ClientContact,
  permission: 'client:read',
  facts: OF_CLIENT,
  fields: {
    id: id(),
    client: one('Client', { ...internal, by: 'client_id' }),
    isPrimary: column('is_primary', internal),
    name: column('name', named),
    phoneMasked: column('phone_masked', named),
    emailMasked: column('email_masked', named),
    employer: column('employer', named),
    position: column('position', named),
    rank: column('rank', named),
    decisionRoles: column('decision_roles', named),
    channels: column('channels', named),
    preferredHours: column('preferred_hours', named),
    frequency: column('frequency', named),
    doNotContact: column('do_not_contact', named),
    concerns: column('concerns', particular),
    birthday: day('birthday', particular),
    interests: column('interests', particular),
    createdAt: instant('created_at', internal),
    version: column('version', internal),
  },
})

/** A household is read as a whole or not at all. */
export const clientMemberProjection = projection('ClientMember', {
  table: 'client_member',
  entity: ClientMember,
  permission: 'client:readParticulars',
  facts: OF_CLIENT,
  fields: {
    id: id(),
    name: column('name', personal),
    kinship: column('kinship', personal),
    lifeStage: column('life_stage', personal),
    note: column('note', personal),
    createdAt: instant('created_at', internal),
    version: column('version', internal),
  },
})
