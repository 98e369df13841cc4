import { Link } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { buttonLook } from '../ui/actions/button-look.ts'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { useDocumentTitle } from '../ui/layout/use-document-title.ts'
import { useWords } from '../ui/words.tsx'

export function NotFoundPage() {
  const words = useWords().frame.notFound
  useDocumentTitle(words.title)
  return (
    <div className="grid min-h-[min(100dvh,36rem)] place-items-center">
      <EmptyState
        icon={Compass}
        title={words.title}
        actions={
          <Link to="/" className={buttonLook()}>
            {words.back}
          </Link>
        }
      >
        {words.text}
      </EmptyState>
    </div>
  )
}
