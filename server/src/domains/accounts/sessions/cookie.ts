/** Carries the session's token: HttpOnly, SameSite=Lax, Secure where the server is reached by https. */
export const sessionCookie = 'comptoir_session'
