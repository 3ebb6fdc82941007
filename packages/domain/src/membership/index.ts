export * from './vocabulary.ts'
export * from './membership.ts'
export * from './membership-inputs.ts'
