import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { ChannelKey } from '#contract/visitors.ts'
import { locales } from '#contract/vocabulary.ts'
import { localeOfAcceptLanguage } from '#words/locale.ts'
import { shopPage } from './shop-page.ts'
import { shopRoot } from './visit.ts'

export interface ShopNeeds {
  /** The key asked for, if there is such a channel; without one asked for, that of the first channel. Null: there is none. */
  channelKeyFor(requested: string | undefined): Promise<string | null>
}

// What a visitor typed into the address and is not understood counts as not said: a shop does not scold.
const Choice = z.object({
  lang: z.enum(locales).optional().catch(undefined),
  channel: ChannelKey.optional().catch(undefined),
})

/** Hangs the made-up shop, on which the widget can be tried, below `/test`. */
export function registerShop(app: FastifyInstance, { channelKeyFor }: ShopNeeds): void {
  const show = async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const { lang, channel } = Choice.parse(request.query)
    // A channel that has gone is no reason to show no widget.
    const channelKey = (channel && (await channelKeyFor(channel))) ?? (await channelKeyFor(undefined))
    const { status, html, contentSecurityPolicy } = shopPage({
      path: new URL(request.url, 'http://shop').pathname.slice(shopRoot.length),
      locale: lang ?? localeOfAcceptLanguage(request.headers['accept-language']),
      channelKey,
      scriptUrl: '/widget.js',
      chosen: { lang, channel: channelKey === channel ? channel : undefined },
    })
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy)
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-language')
    return html
  }
  const give = (name: string, type: string) => {
    const content = readFileSync(join(import.meta.dirname, name))
    app.get(`${shopRoot}/${name}`, async (_request, reply) => {
      reply.type(type).header('cache-control', 'public, max-age=60')
      return content
    })
  }
  give('shop.css', 'text/css; charset=utf-8')
  give('shop.svg', 'image/svg+xml')
  app.get(shopRoot, show)
  app.get(`${shopRoot}/*`, show)
}
