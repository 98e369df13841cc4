import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { sessionQuery } from '../live/session.ts'
import { useTheme } from '../ui/look/use-theme.ts'
import { leaveEnded } from './leave.ts'
import { makeQueryClient } from './query-client.ts'
import { makeRouter } from './router.tsx'

/** The whole console, given words. */
export function Console() {
  useTheme()
  const [{ queryClient, router }] = useState(makeConsole)
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}

function makeConsole() {
  const queryClient = makeQueryClient(() => {
    if (queryClient.getQueryData(sessionQuery.queryKey)) leaveEnded()
  })
  const router = makeRouter(queryClient)
  return { queryClient, router }
}
