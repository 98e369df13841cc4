import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { useWords } from '../../ui/words.tsx'
import { LeavePanel } from './leave-panel.tsx'
import { KindsPanel } from './notifications/kinds-panel.tsx'
import { ThisBrowserPanel } from './notifications/this-browser-panel.tsx'
import { PasswordPanel } from './password-panel.tsx'
import { PersonPanel } from './person-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'

/** Settings → one's own profile. */
export function ProfilePage() {
  const words = useWords().profile
  return (
    <div className="grid max-w-160 gap-4">
      <PageHeading title={words.title} />
      <PersonPanel />
      <ThisBrowserPanel />
      <KindsPanel />
      <PasswordPanel />
      <SessionsPanel />
      <LeavePanel />
    </div>
  )
}
