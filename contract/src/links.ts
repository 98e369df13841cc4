// Free of the validator, so that console and letters may both import it.

/** Pages of the console that letters lead to. The token follows as the fragment, which no server and no log ever sees. */
export const linkPaths = {
  invitation: '/invitation',
  newPassword: '/new-password',
  emailChange: '/new-address',
  emailObjection: '/keep-address',
  signUp: '/new-organisation',
} as const
export type LinkPurpose = keyof typeof linkPaths

export const linkTo = (purpose: LinkPurpose, token: string, publicUrl: URL): string => {
  const link = new URL(linkPaths[purpose], publicUrl)
  link.hash = token
  return link.href
}
