import type { Act } from '#server/testing/naive/act.ts'
import type { House } from '#server/testing/naive/world.ts'
import type { Wish } from '#server/testing/wish.ts'

type ActOf<Name extends Act['act']> = Act extends infer One
  ? One extends { act: infer Own }
    ? Name extends Own
      ? One
      : never
    : never
  : never

/** The wish at the server's doors that each of these acts is. */
export type WishesOf<Name extends Act['act']> = { [N in Name]: (act: ActOf<N>) => Omit<Wish, 'by'> }

export const ofHouse = '/organisations/:organisationId' as const
export const ofConversation = `${ofHouse}/conversations/:conversationId` as const

export const at = ({ house }: { house: House }) => ({ organisationId: house.id })
