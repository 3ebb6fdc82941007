export * from './vocabulary.ts'
export * from './format.ts'
export * from './attachment.ts'
export * from './attachment-inputs.ts'
