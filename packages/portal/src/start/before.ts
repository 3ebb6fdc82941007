import { config } from 'zod/v4/core'

// The page's policy forbids making code from text, and a browser notes every try on its console. zod tries as soon as
// the first schema is made, so that it must have been told before any module of a portal is read; all its copies hear it.
config({ jitless: true })
