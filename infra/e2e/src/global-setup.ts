import { startSteward } from './steward.ts'

/** Playwright's global set-up: the whole system for the whole run. */
export default startSteward
