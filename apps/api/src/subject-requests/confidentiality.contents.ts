/** The page of the API's contents on what is kept of clients and what they ask about it: custody of sources, requests of data subjects. */
import { CUSTODY_PROJECTIONS, custodyRoots } from '../imports/custody/import-source.projection.ts'
import { ImportSourceResolver } from '../imports/custody/import-source.resolver.ts'
import { plainRoot } from '../reads/roots.ts'
import { ErasureResolver } from './erasure/erasure.resolver.ts'
import { SUBJECT_REQUEST_PROJECTIONS, subjectRequestRoots } from './subject-request.projection.ts'
import { SubjectRequestResolver } from './subject-request.resolver.ts'

export const CONFIDENTIALITY_RESOLVERS = [
  ImportSourceResolver,
  SubjectRequestResolver,
  ErasureResolver,
] as const

export const CONFIDENTIALITY_PROJECTIONS = [...CUSTODY_PROJECTIONS, ...SUBJECT_REQUEST_PROJECTIONS] as const

export const confidentialityRoots = {
  ...custodyRoots,
  ...subjectRequestRoots,
  erasurePreview: plainRoot(),
}
