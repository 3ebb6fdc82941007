/** The clients' page of the API's contents: every resolver, every published type's projection, every field of Query. */
import { phoneLookupProjection } from './search/phone-lookup.projection.ts'
import { AssignManagerResolver } from './assign-manager.resolver.ts'
import { clientProjection, clientRoots } from './client.projection.ts'
import { ClientResolver } from './client.resolver.ts'
import {
  clientProfileProjection,
  clientStatusRecordProjection,
} from './confidential/confidential.projection.ts'
import { careRoots } from './care/care.projection.ts'
import { CareResolver } from './care/care.resolver.ts'
import { ConfidentialResolver } from './confidential/confidential.resolver.ts'
import { clientConsentProjection } from './consents/consent.projection.ts'
import { ConsentResolver } from './consents/consent.resolver.ts'
import { clientContactProjection, clientMemberProjection } from './contacts/contact.projection.ts'
import { ContactResolver } from './contacts/contact.resolver.ts'
import { clientOccupancyProjection } from './occupancy/occupancy.projection.ts'
import { OccupancyResolver } from './occupancy/occupancy.resolver.ts'
import { receptionProjection, receptionRoots } from './receptions/reception.projection.ts'
import { ReceptionResolver } from './receptions/reception.resolver.ts'
import { clientRevealProjection, revealPolicyProjection, revealRoots } from './reveals/reveal.projection.ts'
import { RevealResolver } from './reveals/reveal.resolver.ts'
import {
  clientFieldValueProjection,
  customFieldProjection,
  customFieldRoots,
} from './fields/custom-field.projection.ts'
import { CustomFieldResolver } from './fields/custom-field.resolver.ts'
import {
  archiveConfirmationProjection,
  archiveRequirementProjection,
  dutyRoots,
} from './duty/duty.projection.ts'
import { DutyResolver } from './duty/duty.resolver.ts'
import {
  spotCheckEntryProjection,
  spotCheckProjection,
  spotCheckRoots,
} from './spot-checks/spot-check.projection.ts'
import { SpotCheckResolver } from './spot-checks/spot-check.resolver.ts'
import { clientTagProjection, tagProjection, tagRoots } from './tags/tag.projection.ts'
import { TagResolver } from './tags/tag.resolver.ts'
import {
  clientChangeProjection,
  contactChangeProjection,
  timelineEntryProjection,
} from './timeline/timeline.projection.ts'
import { TimelineResolver } from './timeline/timeline.resolver.ts'
import { plainRoot } from '../reads/roots.ts'

import { clientMergeProjection, clientMergeRoots } from './merging/merge.projection.ts'
import { CLIENT_MERGE_RESOLVERS } from './merging/merge.resolver.ts'

export const CLIENT_RESOLVERS = [
  AssignManagerResolver,
  ClientResolver,
  ContactResolver,
  ConsentResolver,
  OccupancyResolver,
  ConfidentialResolver,
  RevealResolver,
  ReceptionResolver,
  TimelineResolver,
  TagResolver,
  CareResolver,
  DutyResolver,
  SpotCheckResolver,
  CustomFieldResolver,
  ...CLIENT_MERGE_RESOLVERS,
] as const

export const CLIENT_PROJECTIONS = [
  phoneLookupProjection,
  clientProjection,
  clientOccupancyProjection,
  clientContactProjection,
  clientMemberProjection,
  clientConsentProjection,
  clientProfileProjection,
  clientStatusRecordProjection,
  clientRevealProjection,
  revealPolicyProjection,
  receptionProjection,
  clientChangeProjection,
  contactChangeProjection,
  timelineEntryProjection,
  archiveRequirementProjection,
  archiveConfirmationProjection,
  spotCheckProjection,
  spotCheckEntryProjection,
  tagProjection,
  clientTagProjection,
  customFieldProjection,
  clientFieldValueProjection,
  clientMergeProjection,
] as const

export const CLIENT_ROOTS = {
  ...clientRoots,
  ...revealRoots,
  ...receptionRoots,
  ...tagRoots,
  ...careRoots,
  ...dutyRoots,
  ...spotCheckRoots,
  archiveCompleteness: plainRoot(),
  spotCheckResults: plainRoot(),
  ...customFieldRoots,
  ...clientMergeRoots,
} as const
