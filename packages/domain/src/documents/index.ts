export * from './vocabulary.ts'
export * from './numbering.ts'
export { SEGMENT_KINDS, type Aligned, type Segment, type SegmentKind } from './alignment.ts'
export {
  PLACE_CHANGE_LABELS,
  PLACE_CHANGES,
  type Difference,
  type Place,
  type PlaceChange,
  type Unit,
} from './places.ts'
export { clauseTitle, paragraphsOf, type Clause, type WrittenContent } from './written-content.ts'
export { amountText, cellTitle, inMatrixOrder, type LimitsContent } from './limits-content.ts'
export * from './destruction-content.ts'
export { inPolicyOrder, policyStepText, ruleTitle, type PolicyContent } from './policy-content.ts'
export * from './contents.ts'
export * from './document.ts'
export * from './document-fields.ts'
export * from './document-inputs.ts'
export * from './revision-difference.ts'
export type { DocumentAtHand, DocumentChange } from './document-change.ts'
export * from './document-actions.ts'
export * from './document-signatures.ts'
export * from './revision-course.ts'
export * from './standard-content.ts'
