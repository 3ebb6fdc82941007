export * from './vocabulary.ts'
export * from './equipment.ts'
export * from './availability.ts'
export * from './equipment-inputs.ts'
