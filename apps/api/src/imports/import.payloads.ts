import { payload } from '../graphql/payload.ts'
import { ImportRunType } from './import.type.ts'

export const StartImportPayload = payload('StartImport', ImportRunType, 'eligible')
export const CancelImportPayload = payload('CancelImport', ImportRunType, 'eligible', 'status')
