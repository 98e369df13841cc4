import { useEffect } from 'react'
import { useWords } from '../words.tsx'

/** The window's title: unread messages first, where a row of tabs still shows them. */
export function useDocumentTitle(page: string, unreadCount = 0) {
  const words = useWords().frame
  const title = words.documentTitle(unreadCount, page)
  useEffect(() => {
    document.title = title
  }, [title])
}
