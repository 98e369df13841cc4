import { useRouterState } from '@tanstack/react-router'

/** The secret of a letter's link: its fragment, which no server and no log ever sees. */
export const useLinkToken = (): string => useRouterState({ select: ({ location }) => location.hash })
