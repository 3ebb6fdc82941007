import { useMay, usePortalPath } from '@steward/portal'
import { Navigate } from 'react-router'
import { GRADING_VIEWS } from './grading-views.ts'

/** Where the menu leads: the first view that is the viewer's to read. */
export function GradingPage() {
  const may = useMay()
  const path = usePortalPath()
  const first = GRADING_VIEWS.find(({ permission }) => may(permission))
  return first ? <Navigate replace to={path(`grading/${first.key}`)} /> : null
}
