import { payload } from '../graphql/payload.ts'
import { ImportDuplicateType, ImportMappingType, ImportPolicyType, ImportRunType } from './import.type.ts'

export const StartImportPayload = payload('StartImport', ImportRunType, 'eligible')
export const CancelImportPayload = payload('CancelImport', ImportRunType, 'eligible', 'status')
export const ApplyImportPayload = payload('ApplyImport', ImportRunType, 'eligible', 'status')
export const ChooseImportDuplicatePayload = payload('ChooseImportDuplicate', ImportDuplicateType, 'eligible')
export const SaveImportMappingPayload = payload('SaveImportMapping', ImportMappingType, 'eligible')
export const RetireImportMappingPayload = payload('RetireImportMapping', ImportMappingType, 'eligible')
export const SetImportPolicyPayload = payload('SetImportPolicy', ImportPolicyType, 'stale')
export const UndoImportPayload = payload('UndoImport', ImportRunType, 'eligible', 'status')
