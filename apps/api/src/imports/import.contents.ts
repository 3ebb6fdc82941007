/** The page of imports in the API's contents. */
import {
  importCountProjection,
  importFileProjection,
  importIssueProjection,
  importDuplicateProjection,
  importMappingProjection,
  importPolicyProjection,
  importRoots,
  importRunProjection,
} from './import.projection.ts'
import { ImportResolver } from './import.resolver.ts'

export const IMPORT_RESOLVERS = [ImportResolver] as const

export const IMPORT_PROJECTIONS = [
  importCountProjection,
  importFileProjection,
  importIssueProjection,
  importDuplicateProjection,
  importMappingProjection,
  importPolicyProjection,
  importRunProjection,
]

export const IMPORT_ROOTS = {
  ...importRoots,
}
