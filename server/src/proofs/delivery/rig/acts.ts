import assert from 'node:assert/strict'
import { uuid7 } from '#client/uuid7.ts'
import { times } from '#contract/limits.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import type { BodyOf } from '#contract/routes.ts'
import { markAbsent, markPresent, tellGone } from '../../../domains/agents/index.ts'
import { answerRequest } from '../../../domains/billing/index.ts'
import { makeChannel } from '../../../domains/channels/index.ts'
import { returnUnanswered } from '../../../domains/conversations/index.ts'
import { newChannelKey } from '../../../platform/secrets.ts'
import { routed } from '../../../testing/routing.ts'
import { engage } from '../../../testing/staff.ts'
import { appointmentActs } from './appointment-acts.ts'
import type { LawWorld } from './law-world.ts'

/** Brings the world to where the act can happen, and returns the act. */
type Scenario = (world: LawWorld) => Promise<() => Promise<unknown>>

const now =
  (act: (world: LawWorld) => Promise<unknown>): Scenario =>
  async (world) =>
  () =>
    act(world)

const seePage = ({ call, channelKey }: LawWorld['victor']) =>
  call('POST /widget/:channelKey/pages', {
    params: { channelKey },
    body: { now: 2_000, pages: [{ url: 'https://shop.example/bols', title: 'Nos bols', at: 1_000 }] },
  })

const say = (world: LawWorld, by: 'ben' | 'milo', text: string, kind: 'text' | 'note') =>
  world.people[by].call('PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId', {
    params: { ...world.params, conversationId: world.open, clientMessageId: uuid7() },
    body: { text, kind },
  })

/** Milo notes something for Marc about Victor. */
const nameMarc = (world: LawWorld) =>
  world.people.milo.call('PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId', {
    params: { ...world.params, conversationId: world.open, clientMessageId: uuid7() },
    body: { text: '@Marc a regular?', kind: 'note', mentions: [world.people.marc.agentId] },
  })

const rewrite = (world: LawWorld, by: 'ben' | 'milo', { seq, version }: MessageForAgent, text: string) =>
  world.people[by].call('PUT /organisations/:organisationId/conversations/:conversationId/words/:seq', {
    params: { ...world.params, conversationId: world.open, seq },
    body: { text, version },
  })

/** Valentin's words, who took it, who closed it. */
const rate = ({ valentin }: LawWorld, rating: Omit<BodyOf<'PUT /widget/:channelKey/rating'>, 'closingSeq'>) =>
  valentin.call('PUT /widget/:channelKey/rating', {
    params: { channelKey: valentin.channelKey },
    body: { closingSeq: 3, ...rating },
  })

/** A finished file of Victor's, which goes with nothing yet. */
const upload = async ({ victor }: LawWorld) => {
  const params = { channelKey: victor.channelKey, clientFileId: uuid7() }
  const bytes = new Blob(['thé vert ; 3'])
  await victor.call('PUT /widget/:channelKey/uploads/:clientFileId', {
    params,
    body: { name: 'liste.txt', sizeBytes: bytes.size },
  })
  const piece = { params, query: { offset: '0' }, file: bytes }
  await victor.call('PUT /widget/:channelKey/uploads/:clientFileId/bytes', piece)
  const finished = { params, body: { sha256: null } }
  return (await victor.call('POST /widget/:channelKey/uploads/:clientFileId/completion', finished)).id
}

const transfer = (
  world: LawWorld,
  by: 'ben' | 'ada' | 'milo',
  body: BodyOf<'POST /organisations/:organisationId/conversations/:conversationId/transfer'>,
) =>
  world.people[by].call('POST /organisations/:organisationId/conversations/:conversationId/transfer', {
    params: { ...world.params, conversationId: world.open },
    body,
  })

const moveLyon = async (world: LawWorld) => {
  const { channels } = await world.people.ada.call('GET /organisations/:organisationId/channels', {
    params: world.params,
  })
  const channel = channels.find(({ id }) => id === world.lyon.channelId)
  assert.ok(channel)
  await world.people.ada.call('PUT /organisations/:organisationId/channels/:channelId/sub-account', {
    params: { ...world.params, channelId: channel.id },
    body: { subAccountId: world.paris.id, version: channel.version },
  })
}

const handOut = (world: LawWorld, mode: 'round-robin' | 'by-hand' = 'round-robin', version = 0) =>
  world.people.ada.call('PUT /organisations/:organisationId/channels/:channelId/routing', {
    params: { ...world.params, channelId: world.lyon.channelId },
    body: { mode, offerSeconds: 600, version },
  })

/** Whoever is offered what waits. */
const offerWaiting = async (world: LawWorld) => {
  await handOut(world)
  await world.settle()
  const { offer } = await routed(world.comptoir, world.organisation.id, world.waiting)
  const holder = Object.values(world.people).find(({ agentId }) => agentId === offer?.agentId)
  assert.ok(holder)
  return holder
}

const activate = (world: LawWorld, who: 'ben' | 'iris', active: boolean) =>
  world.people.ada.call('PUT /organisations/:organisationId/agents/:agentId/activity', {
    params: { ...world.params, agentId: world.people[who].agentId },
    body: { active },
  })

const invite = async (world: LawWorld) => {
  const { results } = await world.people.ada.call('POST /organisations/:organisationId/invitations', {
    params: world.params,
    body: {
      emails: [`noemie.${uuid7()}@maison.example`],
      role: 'agent',
      subAccountId: world.lyon.id,
      languages: ['fr'],
      activeOnArrival: true,
      locale: 'fr',
    },
  })
  const { invitations } = await world.people.ada.call('GET /organisations/:organisationId/invitations', {
    params: world.params,
  })
  const [invitation] = invitations
  const link = results[0]?.link
  assert.ok(invitation && link)
  return { invitationId: invitation.id, token: new URL(link).hash.slice(1) }
}

const firstLetter = async (world: LawWorld) => {
  const { letters } = await world.people.ada.call('GET /organisations/:organisationId/letters', {
    params: world.params,
  })
  assert.ok(letters[0])
  return letters[0]
}

const askSales = (world: LawWorld) =>
  world.people.ada.call('POST /organisations/:organisationId/sales-requests', {
    params: world.params,
    body: { message: 'Nous serons bientôt quarante.' },
  })

/** Every act there is, by the file of its use case below `domains`. */
export const acts: Record<string, Record<string, Scenario>> = {
  ...appointmentActs,
  'agents/change-activity.ts': {
    'Ben, who talks with Victor, is deactivated': now((world) => activate(world, 'ben', false)),
    'Iris is activated': now((world) => activate(world, 'iris', true)),
  },
  'agents/change-availability.ts': {
    'Ben goes away': now((world) =>
      world.people.ben.call('PUT /organisations/:organisationId/me/availability', {
        params: world.params,
        body: { availability: 'away' },
      }),
    ),
  },
  'routing/change-channel-routing.ts': {
    'what waits in Lyon is handed out from now on': now((world) => handOut(world)),
  },
  'routing/route-waiting.ts': {
    'what comes is offered, and goes to the next': async (world) => {
      const holder = await offerWaiting(world)
      return () =>
        holder.call('PUT /organisations/:organisationId/me/availability', {
          params: world.params,
          body: { availability: 'away' },
        })
    },
    'what waits is offered to nobody any more': async (world) => {
      await offerWaiting(world)
      return () => handOut(world, 'by-hand', 1)
    },
  },
  'agents/end-membership.ts': {
    'Ben, who talks with Victor, is removed': now((world) =>
      world.people.ada.call('DELETE /organisations/:organisationId/agents/:agentId', {
        params: { ...world.params, agentId: world.people.ben.agentId },
      }),
    ),
  },
  'agents/join-organisation.ts': {
    'Zoé joins': now((world) =>
      engage(world.comptoir, world.organisation.id, 'Zoé Neuve', { role: 'agent', subAccountId: world.lyon.id }),
    ),
  },
  'agents/keep-presence.ts': {
    'Ben opens a console': async (world) => {
      await markAbsent(world.organisation.id, world.people.ben.agentId, world.comptoir.platform)
      world.absent.add(world.people.ben)
      return () => markPresent(world.organisation.id, world.people.ben.agentId, world.comptoir.platform)
    },
    'Ben leaves': async (world) => {
      world.absent.add(world.people.ben)
      return () => markAbsent(world.organisation.id, world.people.ben.agentId, world.comptoir.platform)
    },
  },
  'agents/reactions.ts': {
    'Ben, who talks with Victor, takes another name': now((world) =>
      world.people.ben.call('PUT /profile', { body: { firstName: 'Benjamin', lastName: 'Grand', locale: 'fr' } }),
    ),
  },
  'billing/answer-request.ts': {
    'the operator has dealt with what Ada asked': async (world) => {
      const { id } = await askSales(world)
      return () => answerRequest({ ...world.params, id }, world.comptoir.platform)
    },
  },
  'billing/ask-sales.ts': { 'Ada asks the sales department': now(askSales) },
  'billing/put-on-terms.ts': {
    'Ada changes to another plan': now((world) =>
      world.people.ada.call('PUT /organisations/:organisationId/subscription', {
        params: world.params,
        body: { plan: 'pro', seats: 10, version: 1 },
      }),
    ),
  },
  'channels/change-channel.ts': {
    'the channel of Lyon takes another name': now(async (world) => {
      const { channels } = await world.people.ada.call('GET /organisations/:organisationId/channels', {
        params: world.params,
      })
      const channel = channels.find(({ subAccountId }) => subAccountId === world.lyon.id)
      assert.ok(channel)
      const { sites, colour, texts, version } = channel
      await world.people.ada.call('PUT /organisations/:organisationId/channels/:channelId', {
        params: { ...world.params, channelId: channel.id },
        body: { name: 'Boutique', sites, colour, texts, version },
      })
    }),
  },
  'channels/change-state.ts': {
    'the channel of Lyon is paused': now(async (world) => {
      await world.people.ada.call('POST /organisations/:organisationId/channels/:channelId/pause', {
        params: { ...world.params, channelId: world.lyon.channelId },
      })
    }),
  },
  'channels/move-channel.ts': { 'the channel of Lyon goes to Paris': now(moveLyon) },
  'conversations/follow-channel.ts': {
    'Victor goes along with the channel, and waits where Ben is not': now(moveLyon),
    'Victor goes along with the channel, and Milo answers on': async (world) => {
      await transfer(world, 'ada', { agentId: world.people.milo.agentId })
      return () => moveLyon(world)
    },
  },
  'channels/make-channel.ts': {
    'Lyon gets a second channel': now((world) =>
      world.comptoir.platform.database.transaction(world.organisation.id, (tx) =>
        makeChannel(
          tx,
          { subAccountId: world.lyon.id, name: `Site ${newChannelKey()}`, sites: [] },
          world.comptoir.platform,
        ),
      ),
    ),
  },
  'conversations/close-conversation.ts': {
    'Ben closes what he talks about with Victor': now((world) => world.act(world.people.ben, 'closure', world.open)),
    'Marc closes what waits': now((world) => world.act(world.people.marc, 'closure', world.waiting)),
  },
  'conversations/follow-assignee-name.ts': {
    'two conversations of Ben show his new name': async (world) => {
      await world.act(world.people.ben, 'assignment', world.waiting)
      return () =>
        world.people.ben.call('PUT /profile', { body: { firstName: 'Benjamin', lastName: 'Grand', locale: 'fr' } })
    },
  },
  'conversations/hear-visitor.ts': {
    'somebody says their first words': now((world) => world.lyon.visitor().say('Je découvre')),
    'somebody says their first words in Paris': now((world) => world.paris.visitor().say('Je découvre')),
    'Vera says more while she waits': now((world) => world.vera.say('Toujours là')),
    'Victor says more to Ben': now((world) => world.victor.say('And one more thing')),
    'Victor sends a file and not a word': async (world) => {
      const fileId = await upload(world)
      return () =>
        world.victor.call('PUT /widget/:channelKey/messages/:clientMessageId', {
          params: { channelKey: world.victor.channelKey, clientMessageId: uuid7() },
          body: { text: '', fileIds: [fileId], locale: 'fr', page: null },
        })
    },
    'Valentin writes again after the closing': now((world) => world.valentin.say('Encore une question')),
  },
  'conversations/about/keep-pages.ts': {
    'Victor goes on to another page': now((world) => seePage(world.victor)),
    'Valentin does, whose conversation is closed': now((world) => seePage(world.valentin)),
  },
  'conversations/about/name-the-visitor.ts': {
    'Ben writes down who Victor is': now((world) =>
      world.people.ben.call('PUT /organisations/:organisationId/conversations/:conversationId/visitor', {
        params: { ...world.params, conversationId: world.open },
        body: { name: 'Victor Hugo', email: 'victor@hugo.example' },
      }),
    ),
  },
  'conversations/mark-read.ts': {
    'Ben has read what Victor said': now((world) =>
      world.people.ben.call('PUT /organisations/:organisationId/conversations/:conversationId/read', {
        params: { ...world.params, conversationId: world.open },
        body: { seq: 1 },
      }),
    ),
    'Marc has read what names him': async (world) => {
      const { message } = await nameMarc(world)
      return () =>
        world.people.marc.call('PUT /organisations/:organisationId/conversations/:conversationId/read', {
          params: { ...world.params, conversationId: world.open },
          body: { seq: message.seq },
        })
    },
    'Victor has read what Ben said': async (world) => {
      await say(world, 'ben', 'Hello Victor', 'text')
      return () =>
        world.victor.call('PUT /widget/:channelKey/read', {
          params: { channelKey: world.victor.channelKey },
          body: { seq: 3 },
        })
    },
  },
  'conversations/pick-up-conversation.ts': {
    'Chloé takes what waits': now((world) => world.act(world.people.chloe, 'assignment', world.waiting)),
    'Milo, of no sub-account, takes what waits': now((world) =>
      world.act(world.people.milo, 'assignment', world.waiting),
    ),
  },
  'conversations/pass-offer.ts': {
    'whoever is asked passes on what waits': async (world) => {
      const holder = await offerWaiting(world)
      return () =>
        holder.call('DELETE /organisations/:organisationId/conversations/:conversationId/offer', {
          params: { ...world.params, conversationId: world.waiting },
        })
    },
  },
  'conversations/rating/rate-conversation.ts': {
    'Valentin rates what Ben closed': now((world) => rate(world, { score: 4, word: 'Merci', version: 0 })),
    'Valentin thinks otherwise': async (world) => {
      await rate(world, { score: 2, word: '', version: 0 })
      return () => rate(world, { score: 5, word: 'Tout est arrangé', version: 1 })
    },
  },
  'conversations/reopen-conversation.ts': {
    'Ben reopens what he closed': now((world) => world.act(world.people.ben, 'reopening', world.closed)),
    'Marc reopens what Ben closed': now((world) => world.act(world.people.marc, 'reopening', world.closed)),
    'Ben reopens what Valentin has rated': async (world) => {
      await rate(world, { score: 3, word: '', version: 0 })
      return () => world.act(world.people.ben, 'reopening', world.closed)
    },
  },
  'conversations/return-conversations.ts': {
    'two conversations of Ben go back when he is deactivated': async (world) => {
      await world.act(world.people.ben, 'assignment', world.waiting)
      return () => activate(world, 'ben', false)
    },
    'two conversations of Ben go back when he closed his console and is gone': async (world) => {
      const { platform } = world.comptoir
      await world.act(world.people.ben, 'assignment', world.waiting)
      await markAbsent(world.organisation.id, world.people.ben.agentId, platform)
      world.absent.add(world.people.ben)
      const later = { now: () => new Date(Date.now() + times.goneAfterMs) }
      return () => tellGone({ ...platform, clock: later, onGone: returnUnanswered(platform, 'gone') })
    },
  },
  'conversations/send-message.ts': {
    'Ben answers Victor': now((world) => say(world, 'ben', 'Yes?', 'text')),
    'Milo notes something about Victor': now((world) => say(world, 'milo', 'a regular', 'note')),
    'Milo names Marc in a note': now(nameMarc),
  },
  'conversations/rewrite-words.ts': {
    'Ben says it better to Victor': async (world) => {
      const { message } = await say(world, 'ben', 'Yess?', 'text')
      return () => rewrite(world, 'ben', message, 'Yes?')
    },
    'Milo mends a note': async (world) => {
      const { message } = await say(world, 'milo', 'a reguler', 'note')
      return () => rewrite(world, 'milo', message, 'a regular')
    },
  },
  'conversations/take-back-words.ts': {
    'Ben takes back what he said to Victor, which others have answered since': async (world) => {
      const { message } = await say(world, 'ben', 'Not for you', 'text')
      await world.victor.say('What?')
      return () =>
        world.people.ben.call('DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq', {
          params: { ...world.params, conversationId: world.open, seq: message.seq },
        })
    },
    'Milo takes back the note that named Marc': async (world) => {
      const { message } = await nameMarc(world)
      return () =>
        world.people.milo.call('DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq', {
          params: { ...world.params, conversationId: world.open, seq: message.seq },
        })
    },
  },
  'conversations/transcript/write-transcript.ts': {
    'Victor has what was said sent to himself': async (world) => {
      await say(world, 'ben', 'Yes?', 'text')
      return () =>
        world.victor.call('POST /widget/:channelKey/transcript', {
          params: { channelKey: world.victor.channelKey },
          body: { email: 'victor@poste.example', locale: 'en', zone: 'Europe/Paris' },
        })
    },
    'Ben sends it to him': async (world) => {
      const params = { ...world.params, conversationId: world.open }
      await say(world, 'ben', 'Yes?', 'text')
      await world.people.ben.call('PUT /organisations/:organisationId/conversations/:conversationId/visitor', {
        params,
        body: { name: 'Victor', email: 'victor@poste.example' },
      })
      return () =>
        world.people.ben.call('POST /organisations/:organisationId/conversations/:conversationId/transcript', {
          params,
        })
    },
  },
  'conversations/transfer-conversation.ts': {
    'Ben hands what he talks about with Victor to Marc': now((world) =>
      transfer(world, 'ben', { agentId: world.people.marc.agentId, note: 'a regular' }),
    ),
    'Ben gives it back': now((world) => transfer(world, 'ben', {})),
    'Ada moves it to Paris': now((world) => transfer(world, 'ada', { subAccountId: world.paris.id })),
    'Milo takes it for himself': now((world) => transfer(world, 'milo', { agentId: world.people.milo.agentId })),
  },
  'invitations/accept-invitation.ts': {
    'Noémie accepts': async (world) => {
      const { token } = await invite(world)
      return () =>
        world.comptoir.stranger().call('POST /invitation-links/acceptance', {
          body: {
            token,
            account: {
              firstName: 'Noémie',
              lastName: 'Prune',
              password: 'sept chaises vertes au soleil',
              locale: 'fr',
            },
          },
        })
    },
  },
  'invitations/invite-agents.ts': { 'Ada invites Noémie': now(invite) },
  'invitations/resend-invitation.ts': {
    'Ada sends the invitation again': async (world) => {
      const { invitationId } = await invite(world)
      return () =>
        world.people.ada.call('POST /organisations/:organisationId/invitations/:invitationId/resending', {
          params: { ...world.params, invitationId },
          body: { letter: true, locale: 'fr' },
        })
    },
  },
  'invitations/revoke-invitation.ts': {
    'Ada revokes the invitation': async (world) => {
      const { invitationId } = await invite(world)
      return () =>
        world.people.ada.call('DELETE /organisations/:organisationId/invitations/:invitationId', {
          params: { ...world.params, invitationId },
        })
    },
  },
  'letters/cancel-letter.ts': {
    'a letter loses its purpose': now(async (world) => {
      const { invitationId } = await invite(world)
      await world.people.ada.call('DELETE /organisations/:organisationId/invitations/:invitationId', {
        params: { ...world.params, invitationId },
      })
    }),
  },
  'letters/deliver-letter.ts': { 'a letter leaves': now(invite) },
  'letters/retry-letter.ts': {
    'Ada asks for a letter to leave now that was refused': async (world) => {
      world.mail.react({ refuse: '451 later' })
      await invite(world)
      await world.settle()
      const { id } = await firstLetter(world)
      return () =>
        world.people.ada.call('POST /organisations/:organisationId/letters/:letterId/delivery', {
          params: { ...world.params, letterId: id },
        })
    },
  },
  'letters/write-letters.ts': {
    'a letter is written': now(invite),
    'Victor asks for his talk by letter': async (world) => {
      await say(world, 'ben', 'Yes, four.', 'text')
      return () =>
        world.victor.call('POST /widget/:channelKey/transcript', {
          params: { channelKey: world.victor.channelKey },
          body: { email: 'victor@maison.example', locale: 'en', zone: 'Europe/London' },
        })
    },
  },
  'organisations/rename-organisation.ts': {
    'the house takes another name': now((world) =>
      world.people.ada.call('PUT /organisations/:organisationId/name', {
        params: world.params,
        body: { name: 'Maison Verdier et fils' },
      }),
    ),
  },
}
