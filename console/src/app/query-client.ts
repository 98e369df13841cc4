import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Refused, Unreachable } from '#client/refused.ts'

const retriesMost = 3

/** Where fetched things are kept. `onSignedOut`: the server no longer knows who this is. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof Refused && error.code === 'accounts.sign-in-required') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // Asking again only helps where nobody answered.
        retry: (count, error) => error instanceof Unreachable && count < retriesMost,
      },
    },
  })
}
