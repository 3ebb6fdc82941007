/** What is read of the confidential part: that something is on file, and stored masked forms. No ciphertext is in any projection. */
import {
  column,
  expression,
  id,
  instant,
  one,
  projection,
  type Fact,
  type Field,
} from '../../reads/projection.ts'
import { ClientProfile } from './profile.entity.ts'
import { ClientStatusRecord } from './status-record.entity.ts'

const internal = { class: 'internal' } as const
const masked = { class: 'personal' } as const
const named = { class: 'personal', permission: 'client:readName' } as const

const ofClient = (name: string): Fact => ({ table: 'client', by: 'client_id', column: name })
const FACTS = {
  keyAccountManagerId: ofClient('key_account_manager_id'),
  projectId: ofClient('project_id'),
  buildingId: ofClient('building_id'),
}

/** The client's key is still there. */
const isReadable = (): Field =>
  expression({
    ...internal,
    sql: (alias) =>
      `exists (select from client_key k$ where k$.org_id = ${alias}.org_id and k$.client_id = ${alias}.client_id)`,
    reference: (row, { rows }) => rows('client_key').some(({ client_id }) => client_id === row.client_id),
  })

export const clientProfileProjection = projection('ClientProfile', {
  table: 'client_profile',
  entity: ClientProfile,
  permission: 'client:readProfile',
  facts: FACTS,
  fields: {
    id: id(),
    onFile: column('on_file', internal),
    idDocumentNumberMasked: column('id_document_number_masked', masked),
    isReadable: isReadable(),
    setBy: one('Staff', { ...internal, by: 'set_by_id' }),
    setAt: instant('set_at', internal),
    version: column('version', internal),
  },
})

export const clientStatusRecordProjection = projection('ClientStatusRecord', {
  table: 'client_status_record',
  entity: ClientStatusRecord,
  permission: 'client:readStatus',
  facts: FACTS,
  fields: {
    id: id(),
    ordinal: column('ordinal', internal),
    legalRepresentative: column('legal_representative', named),
    generalManager: column('general_manager', named),
    contactPerson: column('contact_person', named),
    businessLicence: column('business_licence', internal),
    taxRegistration: column('tax_registration', internal),
    website: column('website', internal),
    mainBusiness: column('main_business', internal),
    headcount: column('headcount', internal),
    businessCondition: column('business_condition', internal),
    bankAccountMasked: column('bank_account_masked', masked),
    paymentHandler: column('payment_handler', named),
    paymentAttitude: column('payment_attitude', internal),
    paymentInstrument: column('payment_instrument', internal),
    highestMonthlyPurchaseMinor: column('highest_monthly_purchase_minor', internal),
    averageMonthlyPurchaseMinor: column('average_monthly_purchase_minor', internal),
    serviceChannel: column('service_channel', internal),
    serviceFrequency: column('service_frequency', internal),
    potential: column('potential', internal),
    satisfaction: column('satisfaction', internal),
    remark: column('remark', named),
    onFile: column('on_file', internal),
    changedFields: column('changed_fields', internal),
    isReadable: isReadable(),
    recordedBy: one('Staff', { ...internal, by: 'recorded_by_id' }),
    recordedAt: instant('recorded_at', internal),
  },
})
