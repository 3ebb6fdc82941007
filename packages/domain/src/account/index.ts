export * from './proof.ts'
export * from './codes.ts'
export * from './device.ts'
export * from './account-inputs.ts'
