/**
 * What shell and portals have in common at run time: one copy of each on a page, the shell's. One by one, because two
 * copies of any of them would mean two Reacts, two caches, two routers or two languages. antd is not here: it comes
 * inside @steward/ui, with just the components that screens use.
 */
export const SHARED = [
  'react',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react-dom',
  'react-dom/client',
  'react-router',
  '@apollo/client',
  '@apollo/client/react',
  '@steward/ui',
  '@steward/portal',
] as const
