import { headerFit } from './header.ts'
import { complaintMapping, type ComplaintMapping } from './mapping.ts'
import { NYC_CASEWORK } from './nyc-casework.ts'
import { STEWARD_COMPLAINTS } from './steward-complaints.ts'

/** Every kind of file that can be brought in. To add one: a file beside these that says what its columns mean, and its name here. */
export const COMPLAINT_MAPPINGS: readonly ComplaintMapping[] = [STEWARD_COMPLAINTS, NYC_CASEWORK].map(
  (data) => complaintMapping.parse(data),
)

export const findComplaintMapping = (name: string): ComplaintMapping | undefined =>
  COMPLAINT_MAPPINGS.find((mapping) => mapping.name === name)

/** The mapping that a header fits best; undefined where none has most of its columns. */
export const suggestedMapping = (header: readonly string[]): ComplaintMapping | undefined => {
  const fits = COMPLAINT_MAPPINGS.map((mapping) => ({ mapping, fit: headerFit(mapping, header) }))
  const [best] = fits.sort((a, b) => b.fit - a.fit)
  return best && best.fit > 0 ? best.mapping : undefined
}
