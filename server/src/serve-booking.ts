import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { locales } from '#contract/vocabulary.ts'
import { bookingWords } from '#words/booking.ts'
import { localeOfAcceptLanguage } from '#words/locale.ts'
import { markup } from './platform/markup.ts'

/** Our own script, which brings its style sheet along, and photos of agents. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const Choice = z.object({ lang: z.enum(locales).optional().catch(undefined) })

/**
 * The pages beside the widget, drawn by the part of it that books: `/book/<channelKey>` (`?reason=` chooses what for) to be linked from
 * wherever, and `/appointment#<secret>` of letters.
 */
export function serveBooking(app: FastifyInstance, widgetFolder: string): void {
  const give =
    (name: 'title' | 'yours') =>
    (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
      const locale = Choice.parse(request.query).lang ?? localeOfAcceptLanguage(request.headers['accept-language'])
      const words = bookingWords[locale]
      return reply
        .type('text/html; charset=utf-8')
        .headers({
          'content-security-policy': policy,
          'x-frame-options': 'DENY',
          'cross-origin-opener-policy': 'same-origin',
          'cache-control': 'no-cache',
          vary: 'accept-language',
        })
        .send(page({ locale, title: words[name], noScript: words.noScript, script: scriptIn(widgetFolder) }))
    }
  app.get('/book/:channelKey', give('title'))
  app.get('/appointment', give('yours'))
}

/** Looked for when asked for, so that a widget built anew is served without a restart. */
function scriptIn(widgetFolder: string): string {
  const script = readdirSync(widgetFolder).find((file) => /^page-[\w-]+\.js$/.test(file))
  if (!script) throw new Error('the widget was built without its pages')
  return `/${join('widget', script)}`
}

const page = ({
  locale,
  title,
  noScript,
  script,
}: Record<'locale' | 'title' | 'noScript' | 'script', string>): string =>
  markup`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="robots" content="noindex"/>
<title>${title}</title>
<link rel="icon" type="image/svg+xml" href="/favicon.svg"/>
<script type="module" src="${script}"></script>
</head>
<body class="chat">
<main><noscript>${noScript}</noscript></main>
</body>
</html>
`.text
