import '@steward/portal/before'

// Shared modules are settled asynchronously; nothing may be imported before that.
void import('./bootstrap.tsx')
