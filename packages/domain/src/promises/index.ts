export * from './vocabulary.ts'
export * from './promise.ts'
export * from './promise-fields.ts'
export * from './promise-policy.ts'
export * from './promise-effects.ts'
export * from './due-time.ts'
export { promiseOutlook, spokenTime, type CaseToBe } from './promise-outlook.ts'
export { isInTime, type Fulfilment, type PromisePatch } from './settle-promise.ts'
export { madePromise, type MadePromise, type PromiseDraft, type PromiseTerms } from './make-promise.ts'
export {
  answerPromise,
  dueTimeOf,
  makePromise,
  pausePromise,
  PROMISE_INPUTS,
  resumePromise,
  supersedePromise,
  type PromiseChange,
  type PromiseContext,
  type PromiseInput,
} from './promise-actions.ts'
export * from './case-promises.ts'
