export * from './recurrence.ts'
export * from './occurrences.ts'
export * from './recurrence-words.ts'
