import { Link } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { buttonLook } from '../ui/actions/button-look.ts'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { useDocumentTitle } from '../ui/layout/use-document-title.ts'
import { useWords } from '../ui/words.tsx'

/** An address that leads nowhere. */
export function NotFoundPage({ isWholePage = false }: { isWholePage?: boolean }) {
  const words = useWords().frame.notFound
  useDocumentTitle(words.title)
  const Place = isWholePage ? 'main' : 'div'
  return (
    <Place className="grid min-h-[min(100dvh,36rem)] place-items-center">
      <EmptyState
        isWholePage={isWholePage}
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
    </Place>
  )
}
