import type { RouteKey } from '#contract/routes.ts'
import { insertObjection, replaceChange } from '../domains/accounts/emails/store.ts'
import { setNews } from '../domains/agents/store.ts'
import { replaceSignUp } from '../domains/set-up/sign-ups/store.ts'
import { hashToken, newToken } from '../platform/secrets.ts'
import { type Cast, newPasser } from './cast.ts'
import { castPassword } from './comptoir.ts'
import { inAMonth, makeKey } from './keys.ts'
import { aPhoto } from './pictures.ts'
import { askingChannel, createAnswering, createWriting, shopFlow } from './questioning.ts'
import type { Scene, Talk } from './scene.ts'
import { engage, signInBeside, signUp } from './staff.ts'
import { aFile, type DeviceFile, type Sending, sumOf, uploader } from './uploading.ts'
import { newClientMessageId } from './visitor.ts'
import { grant, passerBy, type WishOf } from './wish.ts'

interface Stage {
  cast: Cast
  scene: Scene
}

/** Nobody's password yet. */
export const anotherPassword = 'onze parapluies verts dans le couloir'

/**
 * A wish for every door that is granted, made on a fresh scene by somebody of narrow reach. Proofs tamper with it: that the untouched
 * one is granted is the control of each. A door of the contract without a specimen does not compile.
 */
export const specimens: { [K in RouteKey]: (stage: Stage) => Promise<WishOf<K>> } = {
  'GET /set-up': async () => ({ route: 'GET /set-up', by: passerBy }),
  'POST /set-up': async () => ({
    route: 'POST /set-up',
    by: passerBy,
    body: {
      organisationName: 'Maison Neuve',
      subAccountName: 'Paris',
      channelName: 'Site',
      site: 'neuve.example',
      administrator: { firstName: 'Zoé', lastName: 'Neuve', email: 'zoe@neuve.example', password: anotherPassword },
      locale: 'fr',
    },
  }),

  'POST /session': async ({ cast: { ben } }) => ({
    route: 'POST /session',
    by: passerBy,
    body: { email: ben.email, password: castPassword, remember: true },
  }),
  'GET /session': async ({ cast: { ben } }) => ({ route: 'GET /session', by: ben }),
  'DELETE /session': async ({ cast: { comptoir, ben } }) => ({
    route: 'DELETE /session',
    by: await signInBeside(comptoir, ben.userId),
  }),
  'GET /sessions': async ({ cast: { ben } }) => ({ route: 'GET /sessions', by: ben }),
  'DELETE /sessions/others': async ({ cast: { comptoir } }) => {
    const person = await signUp(comptoir, 'Paul Partout')
    await signInBeside(comptoir, person.userId)
    return { route: 'DELETE /sessions/others', by: person }
  },
  'PUT /profile': async ({ cast: { comptoir } }) => ({
    route: 'PUT /profile',
    by: await signUp(comptoir, 'Nora Nom'),
    body: { firstName: 'Nora', lastName: 'Nomade', locale: 'en' },
  }),
  'PUT /password': async ({ cast: { comptoir } }) => ({
    route: 'PUT /password',
    by: await signUp(comptoir, 'Chloé Change'),
    body: { current: castPassword, next: anotherPassword },
  }),
  'POST /password-resets': async ({ cast: { comptoir } }) => ({
    route: 'POST /password-resets',
    by: passerBy,
    body: { email: (await signUp(comptoir, 'Odile Oubli')).email, locale: 'fr' },
  }),
  'POST /password-resets/redemption': async ({ cast }) => ({
    route: 'POST /password-resets/redemption',
    by: passerBy,
    body: { token: await resetLink(cast), password: anotherPassword },
  }),

  'POST /email-changes': async ({ cast: { comptoir } }) => ({
    route: 'POST /email-changes',
    by: await signUp(comptoir, 'Elsa Adresse'),
    body: { email: `elsa.${newClientMessageId()}@maison.example`, password: castPassword },
  }),
  'POST /email-changes/resending': async ({ cast }) => ({
    route: 'POST /email-changes/resending',
    by: (await emailChange(cast)).person,
  }),
  'DELETE /email-changes': async ({ cast }) => ({
    route: 'DELETE /email-changes',
    by: (await emailChange(cast)).person,
  }),
  'POST /email-changes/view': async ({ cast }) => ({
    route: 'POST /email-changes/view',
    by: passerBy,
    body: { token: (await emailChange(cast)).token },
  }),
  'POST /email-changes/confirmation': async ({ cast }) => ({
    route: 'POST /email-changes/confirmation',
    by: passerBy,
    body: { token: (await emailChange(cast)).token, password: null },
  }),
  'POST /email-changes/objection': async ({ cast }) => ({
    route: 'POST /email-changes/objection',
    by: passerBy,
    body: { token: await emailObjection(cast), password: anotherPassword },
  }),
  'POST /sign-ups': async () => ({
    route: 'POST /sign-ups',
    by: passerBy,
    body: {
      firstName: 'Sacha',
      lastName: 'Neuf',
      organisationName: 'Atelier Neuf',
      email: `sacha.${newClientMessageId()}@neuf.example`,
      locale: 'fr',
    },
  }),
  'POST /sign-ups/view': async ({ cast }) => ({
    route: 'POST /sign-ups/view',
    by: passerBy,
    body: { token: await signUpLink(cast) },
  }),
  'POST /sign-ups/completion': async ({ cast }) => ({
    route: 'POST /sign-ups/completion',
    by: passerBy,
    body: { token: await signUpLink(cast), password: anotherPassword },
  }),
  'POST /organisations': async ({ cast: { comptoir } }) => ({
    route: 'POST /organisations',
    by: await signUp(comptoir, 'Max Maison'),
    body: { name: 'Atelier de Max' },
  }),

  'GET /organisations/:organisationId/me/leaving': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/me/leaving',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'DELETE /organisations/:organisationId/me': async ({ cast }) => ({
    route: 'DELETE /organisations/:organisationId/me',
    by: await newcomer(cast, { active: true }),
    params: { organisationId: cast.verdier.id },
  }),
  'DELETE /organisations/:organisationId/me/news': async ({ cast }) => {
    const by = await newcomer(cast, { active: true })
    await cast.comptoir.platform.database.transaction(cast.verdier.id, (tx) => setNews(tx, by.agentId, true))
    return {
      route: 'DELETE /organisations/:organisationId/me/news',
      by,
      params: { organisationId: cast.verdier.id },
    }
  },

  'GET /organisations/:organisationId/me': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/me',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  // Somebody new: whoever goes away gives back what they never answered.
  'PUT /organisations/:organisationId/me/availability': async ({ cast: { comptoir, lyon, verdier } }) => ({
    route: 'PUT /organisations/:organisationId/me/availability',
    by: await engage(comptoir, verdier.id, 'Paule Pause', { role: 'agent', subAccountId: lyon.id }),
    params: { organisationId: verdier.id },
    body: { availability: 'away' },
  }),
  'GET /organisations/:organisationId/agents': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/agents',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'PUT /organisations/:organisationId/agents/:agentId/activity': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, agentId: (await newcomer(cast, { active: false })).agentId },
    body: { active: true },
  }),
  'DELETE /organisations/:organisationId/agents/:agentId': async ({ cast }) => ({
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, agentId: (await newcomer(cast, { active: true })).agentId },
    body: { heirs: [{ kind: 'conversations', agentId: cast.chloe.agentId }] },
  }),
  'POST /organisations/:organisationId/agents': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/agents',
    by: cast.marc,
    params: { organisationId: cast.verdier.id },
    body: {
      email: `aline.${newClientMessageId()}@maison.example`,
      firstName: 'Aline',
      lastName: 'Ajoutée',
      shownName: 'Aline',
      description: 'Les thés verts',
      password: anotherPassword,
      role: 'agent',
      subAccountId: cast.lyon.id,
      languages: ['fr'],
      questionnaireIds: [await newQuestionnaire(cast)],
      active: true,
      locale: 'fr',
    },
  }),
  'GET /organisations/:organisationId/agents/:agentId': async ({ cast: { marc, ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/agents/:agentId',
    by: marc,
    params: { organisationId: verdier.id, agentId: ben.agentId },
  }),
  'PUT /organisations/:organisationId/agents/:agentId': async ({ cast }) => {
    const { agentId, email } = await newcomer(cast, { active: false })
    return {
      route: 'PUT /organisations/:organisationId/agents/:agentId',
      by: cast.marc,
      params: { organisationId: cast.verdier.id, agentId },
      body: {
        email,
        firstName: 'Aude',
        lastName: 'Avertie',
        shownName: 'Dodo',
        description: 'Les thés noirs',
        role: 'agent',
        subAccountId: cast.lyon.id,
        modules: ['conversations'],
        reach: 'sub-account',
        languages: ['fr', 'en'],
        conversationLimit: 3,
        active: true,
        version: 1,
      },
    }
  },
  'GET /organisations/:organisationId/agents/:agentId/holdings': async ({ cast: { marc, ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/agents/:agentId/holdings',
    by: marc,
    params: { organisationId: verdier.id, agentId: ben.agentId },
  }),
  'GET /organisations/:organisationId/removed-agents': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/removed-agents',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/agents/:agentId/restoration': async ({ cast }) => {
    const params = { organisationId: cast.verdier.id, agentId: (await newcomer(cast, { active: true })).agentId }
    await grant(cast.origin, { route: 'DELETE /organisations/:organisationId/agents/:agentId', by: cast.marc, params })
    return { route: 'POST /organisations/:organisationId/agents/:agentId/restoration', by: cast.marc, params }
  },
  'PUT /organisations/:organisationId/agents/:agentId/photo': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/agents/:agentId/photo',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, agentId: (await newcomer(cast, { active: true })).agentId },
    file: await aPhoto(),
  }),
  'DELETE /organisations/:organisationId/agents/:agentId/photo': async ({ cast }) => {
    const params = { organisationId: cast.verdier.id, agentId: (await newcomer(cast, { active: true })).agentId }
    await grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/agents/:agentId/photo',
      by: cast.marc,
      params,
      file: await aPhoto(),
    })
    return { route: 'DELETE /organisations/:organisationId/agents/:agentId/photo', by: cast.marc, params }
  },
  'PUT /organisations/:organisationId/me/photo': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/me/photo',
    by: await newcomer(cast, { active: true }),
    params: { organisationId: cast.verdier.id },
    file: await aPhoto(),
  }),
  'DELETE /organisations/:organisationId/me/photo': async ({ cast }) => {
    const by = await newcomer(cast, { active: true })
    const params = { organisationId: cast.verdier.id }
    await grant(cast.origin, { route: 'PUT /organisations/:organisationId/me/photo', by, params, file: await aPhoto() })
    return { route: 'DELETE /organisations/:organisationId/me/photo', by, params }
  },
  'GET /photos/:photoId': async ({ cast }) => {
    const by = await newcomer(cast, { active: true })
    const { photoId } = await grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/me/photo',
      by,
      params: { organisationId: cast.verdier.id },
      file: await aPhoto(),
    })
    return { route: 'GET /photos/:photoId', by: passerBy, params: { photoId: photoId ?? '' } }
  },
  'GET /organisations/:organisationId/sub-accounts': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/sub-accounts',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'GET /organisations/:organisationId/sub-accounts/holdings': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/sub-accounts/holdings',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/sub-accounts': async ({ cast: { ada, verdier } }) => ({
    route: 'POST /organisations/:organisationId/sub-accounts',
    by: ada,
    params: { organisationId: verdier.id },
    body: { name: `Annexe ${newClientMessageId()}` },
  }),
  'PUT /organisations/:organisationId/sub-accounts/:subAccountId': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/sub-accounts/:subAccountId',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, subAccountId: await newSubAccount(cast) },
    body: { name: `Halle ${newClientMessageId()}`, version: 1 },
  }),
  'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, subAccountId: await newSubAccount(cast) },
    body: { heirSubAccountId: cast.lille.id },
  }),
  'DELETE /organisations/:organisationId/sub-accounts/:subAccountId/archiving': async ({ cast }) => {
    const params = { organisationId: cast.verdier.id, subAccountId: await newSubAccount(cast) }
    await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving',
      by: cast.ada,
      params,
      body: { heirSubAccountId: null },
    })
    return { route: 'DELETE /organisations/:organisationId/sub-accounts/:subAccountId/archiving', by: cast.ada, params }
  },
  'GET /organisations/:organisationId/me/notifications': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/me/notifications',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'PUT /organisations/:organisationId/me/notifications': async ({ cast: { ben, verdier } }) => ({
    route: 'PUT /organisations/:organisationId/me/notifications',
    by: ben,
    params: { organisationId: verdier.id },
    body: {
      ways: { offered: loud, waiting: loud, message: loud, transferred: loud, mention: loud },
      quietHours: { from: '22:00', to: '07:30', timeZone: 'Europe/Paris', days: [1, 2, 3, 4, 5] },
    },
  }),
  'POST /organisations/:organisationId/me/push-subscriptions': async ({ cast }) => {
    // Not the first of the house, with whom looking begins.
    const { by } = await subscriber(cast)
    return {
      route: 'POST /organisations/:organisationId/me/push-subscriptions',
      by,
      params: { organisationId: cast.verdier.id },
      body: cast.pushService.subscribe().subscription,
    }
  },
  'DELETE /organisations/:organisationId/me/push-subscriptions/:subscriptionId': async ({ cast }) => ({
    route: 'DELETE /organisations/:organisationId/me/push-subscriptions/:subscriptionId',
    ...(await subscriber(cast)),
  }),
  'POST /organisations/:organisationId/me/push-subscriptions/:subscriptionId/trial': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/me/push-subscriptions/:subscriptionId/trial',
    ...(await subscriber(cast)),
  }),
  'GET /organisations/:organisationId/me/preferences': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/me/preferences',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'PUT /organisations/:organisationId/me/preferences': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/me/preferences',
    by: await newcomer(cast, { active: true }),
    params: { organisationId: cast.verdier.id },
    body: { shownSubAccountId: cast.lyon.id },
  }),

  'GET /organisations/:organisationId/questionnaires': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/questionnaires',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/questionnaires': async ({ cast: { marc, verdier, lyon } }) => ({
    route: 'POST /organisations/:organisationId/questionnaires',
    by: marc,
    params: { organisationId: verdier.id },
    body: { name: `Retours ${newClientMessageId()}`, subAccountId: lyon.id },
  }),
  'PUT /organisations/:organisationId/questionnaires/:questionnaireId': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/questionnaires/:questionnaireId',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await newQuestionnaire(cast) },
    body: { name: `Commandes ${newClientMessageId()}`, version: 1 },
  }),
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/archiving': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/questionnaires/:questionnaireId/archiving',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await newQuestionnaire(cast) },
  }),
  'DELETE /organisations/:organisationId/questionnaires/:questionnaireId/archiving': async ({ cast }) => {
    const params = { organisationId: cast.verdier.id, questionnaireId: await newQuestionnaire(cast) }
    const archiving = 'POST /organisations/:organisationId/questionnaires/:questionnaireId/archiving'
    await grant(cast.origin, { route: archiving, by: cast.marc, params })
    return {
      route: 'DELETE /organisations/:organisationId/questionnaires/:questionnaireId/archiving',
      by: cast.marc,
      params,
    }
  },

  'GET /organisations/:organisationId/shortcuts': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/shortcuts',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/shortcuts': async ({ cast }) => shortcutWish(cast),
  'POST /organisations/:organisationId/shortcuts/import': async ({ cast }) => {
    const { by, params, body } = shortcutWish(cast)
    const { scope, subAccountId, key, texts } = body
    return {
      route: 'POST /organisations/:organisationId/shortcuts/import',
      by,
      params,
      body: { scope, subAccountId, known: 'keep', shortcuts: [{ key, texts }] },
    }
  },
  'PUT /organisations/:organisationId/shortcuts/:shortcutId': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/shortcuts/:shortcutId',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, shortcutId: await newShortcut(cast) },
    body: {
      key: `merci-${newClientMessageId()}`.slice(0, 40),
      texts: [{ language: 'fr', text: 'Merci {{visitor.name}} !' }],
      version: 1,
    },
  }),
  'DELETE /organisations/:organisationId/shortcuts/:shortcutId': async ({ cast }) => ({
    route: 'DELETE /organisations/:organisationId/shortcuts/:shortcutId',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, shortcutId: await newShortcut(cast) },
  }),
  'POST /organisations/:organisationId/shortcuts/:shortcutId/restoration': async ({ cast }) => {
    const params = { organisationId: cast.verdier.id, shortcutId: await newShortcut(cast) }
    const removal = 'DELETE /organisations/:organisationId/shortcuts/:shortcutId'
    await grant(cast.origin, { route: removal, by: cast.marc, params })
    return {
      route: 'POST /organisations/:organisationId/shortcuts/:shortcutId/restoration',
      by: cast.marc,
      params,
    }
  },
  'POST /organisations/:organisationId/shortcuts/:shortcutId/uses': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/shortcuts/:shortcutId/uses',
    by: cast.ben,
    params: { organisationId: cast.verdier.id, shortcutId: await newShortcut(cast) },
  }),

  'GET /organisations/:organisationId/roles': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/roles',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/roles': async ({ cast }) => roleWish(cast),
  'PUT /organisations/:organisationId/roles/:roleId': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/roles/:roleId',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, roleId: await newRole(cast) },
    body: { name: `Veille ${newClientMessageId()}`, permissions: [], modules: ['channels'], version: 1 },
  }),
  'DELETE /organisations/:organisationId/roles/:roleId': async ({ cast }) => ({
    route: 'DELETE /organisations/:organisationId/roles/:roleId',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, roleId: await newRole(cast) },
  }),

  'PUT /organisations/:organisationId/name': async ({ cast: { ada, verdier } }) => ({
    route: 'PUT /organisations/:organisationId/name',
    by: ada,
    params: { organisationId: verdier.id },
    body: { name: 'Maison Verdier & filles' },
  }),

  'GET /organisations/:organisationId/channels': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/channels',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/channels': async ({ cast }) => channelWish(cast),
  'GET /organisations/:organisationId/channels/:channelId/holdings': async ({ cast: { marc, verdier, lyon } }) => ({
    route: 'GET /organisations/:organisationId/channels/:channelId/holdings',
    by: marc,
    params: { organisationId: verdier.id, channelId: lyon.channelId },
  }),
  'PUT /organisations/:organisationId/channels/:channelId/sub-account': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/channels/:channelId/sub-account',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, channelId: await newChannel(cast) },
    body: { subAccountId: cast.lille.id, version: 1 },
  }),
  'POST /organisations/:organisationId/channels/:channelId/pause': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/channels/:channelId/pause',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, channelId: await newChannel(cast) },
  }),
  'DELETE /organisations/:organisationId/channels/:channelId/pause': async ({ cast }) => {
    const params = { organisationId: cast.verdier.id, channelId: await newChannel(cast) }
    const pause = 'POST /organisations/:organisationId/channels/:channelId/pause'
    await grant(cast.origin, { route: pause, by: cast.marc, params })
    return { route: 'DELETE /organisations/:organisationId/channels/:channelId/pause', by: cast.marc, params }
  },
  'POST /organisations/:organisationId/channels/:channelId/archiving': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/channels/:channelId/archiving',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, channelId: await newChannel(cast) },
  }),
  'DELETE /organisations/:organisationId/channels/:channelId/archiving': async ({ cast }) => {
    const params = { organisationId: cast.verdier.id, channelId: await newChannel(cast) }
    const archiving = 'POST /organisations/:organisationId/channels/:channelId/archiving'
    await grant(cast.origin, { route: archiving, by: cast.marc, params })
    return { route: 'DELETE /organisations/:organisationId/channels/:channelId/archiving', by: cast.marc, params }
  },
  'GET /organisations/:organisationId/channels/:channelId/routing': async ({ cast: { marc, verdier, lyon } }) => ({
    route: 'GET /organisations/:organisationId/channels/:channelId/routing',
    by: marc,
    params: { organisationId: verdier.id, channelId: lyon.channelId },
  }),
  'PUT /organisations/:organisationId/channels/:channelId/routing': async ({
    cast: { origin, marc, verdier, lyon },
  }) => {
    const params = { organisationId: verdier.id, channelId: lyon.channelId }
    const { version } = await grant(origin, {
      route: 'GET /organisations/:organisationId/channels/:channelId/routing',
      by: marc,
      params,
    })
    return {
      route: 'PUT /organisations/:organisationId/channels/:channelId/routing',
      by: marc,
      params,
      body: { mode: 'by-hand', offerSeconds: 45 + (version % 2), version },
    }
  },
  'PUT /organisations/:organisationId/channels/:channelId': async ({ cast: { origin, marc, verdier, lyon } }) => {
    const { channels } = await grant(origin, {
      route: 'GET /organisations/:organisationId/channels',
      by: marc,
      params: { organisationId: verdier.id },
    })
    return {
      route: 'PUT /organisations/:organisationId/channels/:channelId',
      by: marc,
      params: { organisationId: verdier.id, channelId: lyon.channelId },
      body: {
        name: 'Boutique de Lyon',
        sites: ['shop.example', '*.verdier.example'],
        colour: '#334455',
        position: { side: 'left', sidePx: 24, bottomPx: 72 },
        languages: ['en', 'fr'],
        texts: {
          fr: { title: 'Bonjour', greeting: '', away: '', rating: '' },
          en: { title: 'Hello', greeting: 'Ask away', away: 'Back soon', rating: 'How was it?' },
        },
        hours: {
          opens: 'always',
          zone: 'Europe/Paris',
          week: [[{ fromMinute: 540, toMinute: 720 }], [], [], [], [], [], []],
          closedDays: [{ date: '2026-12-25', label: 'Noël' }],
        },
        whenNobody: 'hidden',
        asksRating: false,
        version: channels.find(({ id }) => id === lyon.channelId)?.version ?? 0,
      },
    }
  },

  'GET /organisations/:organisationId/inbox': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/inbox',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'GET /organisations/:organisationId/conversations': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/conversations',
    by: ben,
    params: { organisationId: verdier.id },
    query: { closedBefore: '2999-01-01T00:00:00.000Z', beforeId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
  }),
  'GET /organisations/:organisationId/search/visitors': async ({ cast: { ben, lyon, verdier }, scene }) => {
    await scene.talk(lyon, ben, 'open')
    return {
      route: 'GET /organisations/:organisationId/search/visitors',
      by: ben,
      params: { organisationId: verdier.id },
      query: { text: 'léa', before: '2999-01-01T00:00:00.000Z', beforeId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
    }
  },
  'GET /organisations/:organisationId/search/messages': async ({ cast: { ben, lyon, verdier }, scene }) => {
    await scene.talk(lyon, ben, 'open')
    return {
      route: 'GET /organisations/:organisationId/search/messages',
      by: ben,
      params: { organisationId: verdier.id },
      query: {
        text: 'thé',
        before: '2999-01-01T00:00:00.000Z',
        beforeId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        beforeSeq: 1,
      },
    }
  },
  'GET /organisations/:organisationId/conversations/:conversationId/about': async ({ cast: { ben, lyon }, scene }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/about',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/visitor': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/visitor',
      by: ben,
      params: { organisationId, conversationId },
      body: { name: 'Léa Martin', email: 'lea@martin.example' },
    }
  },
  'GET /organisations/:organisationId/conversations/:conversationId': async ({ cast: { ben, lyon }, scene }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'GET /organisations/:organisationId/conversations/:conversationId/messages': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/messages',
      by: ben,
      params: { organisationId, conversationId },
      query: { before: 2, after: 0 },
    }
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
      by: ben,
      params: { organisationId, conversationId, clientMessageId: newClientMessageId() },
      body: { text: 'Bonjour, oui : trois.', kind: 'text' },
    }
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId': async ({ cast, scene }) => {
    const { params, file } = await sending(cast, await scene.talk(cast.lyon, cast.ben, 'open'), 0)
    return {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId',
      by: cast.ben,
      params: { ...params, clientFileId: file.clientFileId },
      body: { name: file.name, sizeBytes: file.bytes.length },
    }
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/bytes': async ({
    cast,
    scene,
  }) => {
    const { params, file } = await sending(cast, await scene.talk(cast.lyon, cast.ben, 'open'), 1)
    return {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/bytes',
      by: cast.ben,
      params: { ...params, clientFileId: file.clientFileId },
      query: { offset: '0' },
      file: file.bytes,
    }
  },
  'POST /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/completion': async ({
    cast,
    scene,
  }) => {
    const { params, file } = await sending(cast, await scene.talk(cast.lyon, cast.ben, 'open'), 2)
    return {
      route: 'POST /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/completion',
      by: cast.ben,
      params: { ...params, clientFileId: file.clientFileId },
      body: { sha256: sumOf(file.bytes) },
    }
  },
  'DELETE /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId': async ({
    cast,
    scene,
  }) => {
    const { params, file } = await sending(cast, await scene.talk(cast.lyon, cast.ben, 'open'), 2)
    return {
      route: 'DELETE /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId',
      by: cast.ben,
      params: { ...params, clientFileId: file.clientFileId },
    }
  },
  'GET /organisations/:organisationId/conversations/:conversationId/files': async ({ cast, scene }) => {
    const { params } = await exchanged(cast, scene)
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/files',
      by: cast.ben,
      params,
      query: { before: 1_000 },
    }
  },
  'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId': async ({ cast, scene }) => {
    const { params, fileId } = await exchanged(cast, scene)
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId',
      by: cast.ben,
      params: { ...params, fileId },
    }
  },
  'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId/preview': async ({ cast, scene }) => {
    const { params, fileId } = await exchanged(cast, scene)
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId/preview',
      by: cast.ben,
      params: { ...params, fileId },
    }
  },
  'POST /organisations/:organisationId/conversations/:conversationId/assignment': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben)
    return {
      route: 'POST /organisations/:organisationId/conversations/:conversationId/assignment',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'POST /organisations/:organisationId/conversations/:conversationId/closure': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'POST /organisations/:organisationId/conversations/:conversationId/closure',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'POST /organisations/:organisationId/conversations/:conversationId/reopening': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'closed')
    return {
      route: 'POST /organisations/:organisationId/conversations/:conversationId/reopening',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/words/:seq': async (stage) => ({
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/words/:seq',
    by: stage.cast.ben,
    params: await saidByBen(stage),
    body: { text: 'Bonjour, oui : quatre.', version: 1 },
  }),
  'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq': async (stage) => ({
    route: 'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq',
    by: stage.cast.ben,
    params: await saidByBen(stage),
  }),
  'GET /organisations/:organisationId/conversations/:conversationId/words/:seq/versions': async (stage) => ({
    route: 'GET /organisations/:organisationId/conversations/:conversationId/words/:seq/versions',
    by: stage.cast.ben,
    params: await saidByBen(stage),
  }),
  'GET /organisations/:organisationId/conversations/:conversationId/readers': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/readers',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'POST /organisations/:organisationId/conversations/:conversationId/transcript': async (stage) => {
    const { cast, scene } = stage
    const { conversationId, organisationId } = await answered(cast, scene)
    const params = { organisationId, conversationId }
    await grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/visitor',
      by: cast.ben,
      params,
      body: { name: 'Vera', email: newReader() },
    })
    return {
      route: 'POST /organisations/:organisationId/conversations/:conversationId/transcript',
      by: cast.ben,
      params,
    }
  },
  'GET /organisations/:organisationId/conversations/:conversationId/transfer-candidates': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/transfer-candidates',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'POST /organisations/:organisationId/conversations/:conversationId/transfer': async ({
    cast: { ben, chloe, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'POST /organisations/:organisationId/conversations/:conversationId/transfer',
      by: ben,
      params: { organisationId, conversationId },
      body: { agentId: chloe.agentId, note: 'Elle revient demain.' },
    }
  },
  'GET /organisations/:organisationId/queue': async ({ cast: { marc, ben, lyon }, scene }) => {
    const { organisationId } = await scene.talk(lyon, ben)
    return { route: 'GET /organisations/:organisationId/queue', by: marc, params: { organisationId } }
  },
  'GET /organisations/:organisationId/conversations/:conversationId/routing': async ({ cast, scene }) => {
    const { organisationId, conversationId } = await scene.talk(cast.lyon, cast.ben)
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/routing',
      by: await runner(cast),
      params: { organisationId, conversationId },
    }
  },
  'DELETE /organisations/:organisationId/conversations/:conversationId/offer': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben)
    return {
      route: 'DELETE /organisations/:organisationId/conversations/:conversationId/offer',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/read': async ({ cast: { ben, lyon }, scene }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/read',
      by: ben,
      params: { organisationId, conversationId },
      body: { seq: 1 },
    }
  },

  'GET /organisations/:organisationId/invitations': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/invitations',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/invitations': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/invitations',
    by: cast.marc,
    params: { organisationId: cast.verdier.id },
    body: {
      emails: [`jeanne.${newClientMessageId()}@maison.example`],
      role: 'agent',
      subAccountId: cast.lyon.id,
      languages: ['fr'],
      questionnaireIds: [await newQuestionnaire(cast)],
      activeOnArrival: true,
      locale: 'fr',
    },
  }),
  'POST /organisations/:organisationId/invitations/:invitationId/resending': async ({
    cast: { marc, verdier, lyon },
    scene,
  }) => ({
    route: 'POST /organisations/:organisationId/invitations/:invitationId/resending',
    by: marc,
    params: {
      organisationId: verdier.id,
      invitationId: (await scene.invite(marc, { subAccountId: lyon.id })).id,
    },
    body: { letter: true, locale: 'fr' },
  }),
  'DELETE /organisations/:organisationId/invitations/:invitationId': async ({
    cast: { marc, verdier, lyon },
    scene,
  }) => ({
    route: 'DELETE /organisations/:organisationId/invitations/:invitationId',
    by: marc,
    params: {
      organisationId: verdier.id,
      invitationId: (await scene.invite(marc, { subAccountId: lyon.id })).id,
    },
  }),
  'POST /invitation-links/view': async ({ cast: { marc, lyon }, scene }) => ({
    route: 'POST /invitation-links/view',
    by: passerBy,
    body: { token: (await scene.invite(marc, { subAccountId: lyon.id })).token },
  }),
  'POST /invitation-links/acceptance': async ({ cast: { marc, lyon }, scene }) => ({
    route: 'POST /invitation-links/acceptance',
    by: passerBy,
    body: {
      token: (await scene.invite(marc, { subAccountId: lyon.id })).token,
      account: { firstName: 'Nina', lastName: 'Neuve', password: anotherPassword, locale: 'fr' },
    },
  }),

  'GET /organisations/:organisationId/subscription': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/subscription',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'PUT /organisations/:organisationId/subscription': async ({ cast: { origin, ada, verdier } }) => {
    const params = { organisationId: verdier.id }
    const was = await grant(origin, { route: 'GET /organisations/:organisationId/subscription', by: ada, params })
    return {
      route: 'PUT /organisations/:organisationId/subscription',
      by: ada,
      params,
      // Room for everybody whom other specimens bring in, and each time another number.
      body: { plan: 'pro', seats: was.seats === 5_000 ? 6_000 : 5_000, version: was.version },
    }
  },
  'GET /organisations/:organisationId/subscription/changes': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/subscription/changes',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'GET /organisations/:organisationId/seats': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/seats',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'GET /organisations/:organisationId/sales-requests': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/sales-requests',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/sales-requests': async ({ cast: { comptoir, ada, verdier } }) => {
    // Only some may wait at once: the operator has answered those before.
    await comptoir.platform.database.transaction(verdier.id, ({ db }) =>
      db
        .updateTable('sales_requests')
        .set({ answered_at: new Date() })
        .where('organisation_id', '=', verdier.id)
        .execute(),
    )
    return {
      route: 'POST /organisations/:organisationId/sales-requests',
      by: ada,
      params: { organisationId: verdier.id },
      body: { message: 'Nous serons bientôt quarante.', phone: '+33 1 23 45 67 89', seats: 40 },
    }
  },

  'GET /organisations/:organisationId/questionnaires/:questionnaireId/draft': async ({ cast }) => ({
    route: 'GET /organisations/:organisationId/questionnaires/:questionnaireId/draft',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await newQuestionnaire(cast) },
  }),
  'PUT /organisations/:organisationId/questionnaires/:questionnaireId/draft': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/questionnaires/:questionnaireId/draft',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await newQuestionnaire(cast) },
    body: { flow: shopFlow(cast.lyon.id), version: 0 },
  }),
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/publication': async ({ cast }) => {
    const questionnaireId = await newQuestionnaire(cast)
    const { version } = await createWriting(cast).save(questionnaireId, shopFlow())
    return {
      route: 'POST /organisations/:organisationId/questionnaires/:questionnaireId/publication',
      by: cast.marc,
      params: { organisationId: cast.verdier.id, questionnaireId },
      body: { version },
    }
  },
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions': async ({ cast }) => ({
    route: 'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await publishedQuestionnaire(cast) },
  }),
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number': async ({ cast }) => ({
    route: 'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await publishedQuestionnaire(cast), number: 1 },
  }),
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number/restoration': async ({
    cast,
  }) => ({
    route: 'POST /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number/restoration',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await publishedQuestionnaire(cast), number: 1 },
    body: { version: 1 },
  }),
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/export': async ({ cast }) => ({
    route: 'GET /organisations/:organisationId/questionnaires/:questionnaireId/export',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await newQuestionnaire(cast) },
  }),
  'POST /organisations/:organisationId/questionnaires/import': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/questionnaires/import',
    by: cast.marc,
    params: { organisationId: cast.verdier.id },
    body: {
      subAccountId: cast.lyon.id,
      file: {
        format: 'comptoir-questionnaire',
        formatVersion: 1,
        name: `Repris ${newClientMessageId()}`,
        flow: shopFlow(),
      },
    },
  }),

  'GET /organisations/:organisationId/conversations/:conversationId/answers': async ({ cast, scene }) => ({
    route: 'GET /organisations/:organisationId/conversations/:conversationId/answers',
    by: cast.ben,
    params: {
      organisationId: cast.verdier.id,
      conversationId: (await scene.talk(cast.lyon, cast.ben)).conversationId,
    },
  }),
  'GET /widget/:channelKey/questionnaire': async ({ cast }) => {
    const { by } = await askedVisitor(cast)
    return {
      route: 'GET /widget/:channelKey/questionnaire',
      by,
      params: { channelKey: by.channelKey },
      query: { locale: 'fr' },
    }
  },
  'PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId': async ({ cast }) => {
    const { by, answer, answerOf } = await askedVisitor(cast)
    await answer('write')
    const { id, body } = answerOf({ name: 'Vera Visite', email: 'vera@maison.example', message: 'Bonjour' })
    return {
      route: 'PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId',
      by,
      params: { channelKey: by.channelKey, clientAnswerId: id },
      body: { ...body, page: { url: 'https://shop.example/thes', title: 'Nos thés' } },
    }
  },
  'POST /widget/:channelKey/questionnaire/return': async ({ cast }) => {
    const { by, answer } = await askedVisitor(cast)
    const { run } = await answer('order')
    return {
      route: 'POST /widget/:channelKey/questionnaire/return',
      by,
      params: { channelKey: by.channelKey },
      body: { runId: run?.id ?? null, revision: run?.revision ?? 0, locale: 'fr', stepId: 'need' },
    }
  },
  'POST /widget/:channelKey/questionnaire/beginning': async ({ cast }) => {
    const { by, answer } = await askedVisitor(cast)
    const { run } = await answer('hours')
    return {
      route: 'POST /widget/:channelKey/questionnaire/beginning',
      by,
      params: { channelKey: by.channelKey },
      body: { runId: run?.id ?? null, revision: run?.revision ?? 0, locale: 'fr' },
    }
  },

  'GET /organisations/:organisationId/journal': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/journal',
    by: ada,
    params: { organisationId: verdier.id },
    query: {},
  }),
  'GET /organisations/:organisationId/journal.csv': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/journal.csv',
    by: ada,
    params: { organisationId: verdier.id },
    query: {},
  }),
  'GET /organisations/:organisationId/api-keys': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/api-keys',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/api-keys': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/api-keys',
    by: await newcomer(cast, { active: true }),
    params: { organisationId: cast.verdier.id },
    body: { name: 'Rapport du matin', rights: ['conversations:read'], expiresAt: inAMonth(cast) },
  }),
  'DELETE /organisations/:organisationId/api-keys/:apiKeyId': async ({ cast }) => {
    const by = await newcomer(cast, { active: true })
    const { key } = await makeKey(cast, by, ['conversations:read'])
    return {
      route: 'DELETE /organisations/:organisationId/api-keys/:apiKeyId',
      by,
      params: { organisationId: cast.verdier.id, apiKeyId: key.id },
    }
  },

  'GET /organisations/:organisationId/letters': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/letters',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'GET /organisations/:organisationId/letters/:letterId': async ({ cast: { ada, verdier, lyon }, scene }) => ({
    route: 'GET /organisations/:organisationId/letters/:letterId',
    by: ada,
    params: { organisationId: verdier.id, letterId: (await scene.invite(ada, { subAccountId: lyon.id })).letterId },
  }),
  'POST /organisations/:organisationId/letters/:letterId/delivery': async ({
    cast: { ada, verdier, lyon },
    scene,
  }) => ({
    route: 'POST /organisations/:organisationId/letters/:letterId/delivery',
    by: ada,
    params: { organisationId: verdier.id, letterId: (await scene.invite(ada, { subAccountId: lyon.id })).letterId },
  }),

  'POST /organisations/:organisationId/socket-tickets': async ({ cast: { ben, verdier } }) => ({
    route: 'POST /organisations/:organisationId/socket-tickets',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/poll': async ({ cast: { comptoir, ben, verdier, lyon } }) => ({
    route: 'POST /organisations/:organisationId/poll',
    by: ben,
    params: { organisationId: verdier.id },
    body: {
      cursors: ['organisation', `sub-account:${lyon.id}`].map((stream) => ({
        stream,
        epoch: comptoir.platform.events.epoch,
        since: 0,
      })),
      waitMs: 0,
    },
  }),

  'GET /widget/:channelKey/greeting': async ({ cast: { lyon } }) => ({
    route: 'GET /widget/:channelKey/greeting',
    by: passerBy,
    params: { channelKey: lyon.channelKey },
    query: { languages: 'fr' },
  }),
  'PUT /widget/:channelKey/uploads/:clientFileId': async ({ cast }) => {
    const by = newPasser(cast.lyon)
    const file = await sendingSteps(cast, { by }, 0)
    return {
      route: 'PUT /widget/:channelKey/uploads/:clientFileId',
      by,
      params: { channelKey: by.channelKey, clientFileId: file.clientFileId },
      body: { name: file.name, sizeBytes: file.bytes.length },
    }
  },
  'PUT /widget/:channelKey/uploads/:clientFileId/bytes': async ({ cast }) => {
    const by = newPasser(cast.lyon)
    const file = await sendingSteps(cast, { by }, 1)
    return {
      route: 'PUT /widget/:channelKey/uploads/:clientFileId/bytes',
      by,
      params: { channelKey: by.channelKey, clientFileId: file.clientFileId },
      query: { offset: '0' },
      file: file.bytes,
    }
  },
  'POST /widget/:channelKey/uploads/:clientFileId/completion': async ({ cast }) => {
    const by = newPasser(cast.lyon)
    const file = await sendingSteps(cast, { by }, 2)
    return {
      route: 'POST /widget/:channelKey/uploads/:clientFileId/completion',
      by,
      params: { channelKey: by.channelKey, clientFileId: file.clientFileId },
      body: { sha256: sumOf(file.bytes) },
    }
  },
  'DELETE /widget/:channelKey/uploads/:clientFileId': async ({ cast }) => {
    const by = newPasser(cast.lyon)
    const file = await sendingSteps(cast, { by }, 2)
    return {
      route: 'DELETE /widget/:channelKey/uploads/:clientFileId',
      by,
      params: { channelKey: by.channelKey, clientFileId: file.clientFileId },
    }
  },
  'GET /widget/:channelKey/files/:fileId': async ({ cast, scene }) => {
    const { visitor, fileId } = await exchanged(cast, scene)
    const params = { channelKey: visitor.channelKey, fileId }
    return { route: 'GET /widget/:channelKey/files/:fileId', by: visitor, params }
  },
  'GET /widget/:channelKey/files/:fileId/preview': async ({ cast, scene }) => {
    const { visitor, fileId } = await exchanged(cast, scene)
    const params = { channelKey: visitor.channelKey, fileId }
    return { route: 'GET /widget/:channelKey/files/:fileId/preview', by: visitor, params }
  },
  'GET /widget/:channelKey/thread': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben)
    return { route: 'GET /widget/:channelKey/thread', by: visitor, params: { channelKey: lyon.channelKey } }
  },
  'GET /widget/:channelKey/place': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben)
    return { route: 'GET /widget/:channelKey/place', by: visitor, params: { channelKey: lyon.channelKey } }
  },
  'GET /widget/:channelKey/messages': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben)
    return {
      route: 'GET /widget/:channelKey/messages',
      by: visitor,
      params: { channelKey: lyon.channelKey },
      query: { before: 2, after: 0 },
    }
  },
  'PUT /widget/:channelKey/messages/:clientMessageId': async ({ cast: { lyon } }) => ({
    route: 'PUT /widget/:channelKey/messages/:clientMessageId',
    by: newPasser(lyon),
    params: { channelKey: lyon.channelKey, clientMessageId: newClientMessageId() },
    body: {
      text: 'Bonjour',
      locale: 'fr',
      page: { url: 'https://shop.example/', title: 'Accueil' },
      seen: { now: 2_000, pages: [{ url: 'https://shop.example/', title: 'Accueil', at: 1_000 }] },
    },
  }),
  'POST /widget/:channelKey/pages': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'POST /widget/:channelKey/pages',
      by: visitor,
      params: { channelKey: lyon.channelKey },
      body: { now: 2_000, pages: [{ url: 'https://shop.example/bols', title: 'Nos bols', at: 1_000 }] },
    }
  },
  'PUT /widget/:channelKey/read': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'PUT /widget/:channelKey/read',
      by: visitor,
      params: { channelKey: lyon.channelKey },
      body: { seq: 2 },
    }
  },
  'PUT /widget/:channelKey/rating': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben, 'closed')
    return {
      route: 'PUT /widget/:channelKey/rating',
      by: visitor,
      params: { channelKey: lyon.channelKey },
      // Their words, who took it, who closed it.
      body: { closingSeq: 3, score: 5, word: 'Merci !', version: 0 },
    }
  },
  'POST /widget/:channelKey/transcript': async ({ cast, scene }) => {
    const { visitor } = await answered(cast, scene)
    return {
      route: 'POST /widget/:channelKey/transcript',
      by: visitor,
      params: { channelKey: cast.lyon.channelKey },
      body: { email: newReader(), locale: 'fr', zone: 'Europe/Paris' },
    }
  },
  'POST /widget/:channelKey/socket-tickets': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben)
    return { route: 'POST /widget/:channelKey/socket-tickets', by: visitor, params: { channelKey: lyon.channelKey } }
  },
  'POST /widget/:channelKey/poll': async ({ cast: { origin, ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben)
    const params = { channelKey: lyon.channelKey }
    const { cursor } = await grant(origin, { route: 'GET /widget/:channelKey/thread', by: visitor, params })
    if (!cursor) throw new Error('a conversation without a cursor')
    return {
      route: 'POST /widget/:channelKey/poll',
      by: visitor,
      params,
      body: { cursors: [{ ...cursor, since: 0 }], waitMs: 0 },
    }
  },
}

/** A conversation in which Ben answered. */
async function answered({ ben, lyon, origin }: Cast, scene: Scene): Promise<Talk> {
  const talk = await scene.talk(lyon, ben, 'open')
  await grant(origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
    by: ben,
    params: { ...talk, clientMessageId: newClientMessageId() },
    body: { text: 'Oui, quatre.', kind: 'text' },
  })
  return talk
}

let readers = 0
/** Nobody is sent many letters. */
const newReader = () => `vera.${++readers}@maison.example`

/** A file on its way: not begun, begun, or all of it there and not finished. */
async function sendingSteps({ origin }: Cast, by: Sending, steps: 0 | 1 | 2): Promise<DeviceFile> {
  const device = uploader(origin, by)
  const file = aFile('notes.txt', 'Bonjour')
  if (steps > 0) await device.begin(file)
  if (steps > 1) await device.put(file, 0)
  return file
}

async function sending(cast: Cast, { conversationId, organisationId }: Talk, steps: 0 | 1 | 2) {
  const file = await sendingSteps(cast, { by: cast.ben, conversationId }, steps)
  return { params: { organisationId, conversationId }, file }
}

/** A conversation of Ben's in which the visitor sent a picture. */
async function exchanged({ origin, ben, lyon }: Cast, scene: Scene) {
  const { visitor, conversationId, organisationId } = await scene.talk(lyon, ben, 'open')
  const { id } = await uploader(origin, { by: visitor }).sendGranted(aFile('plage.png', await aPhoto()))
  await grant(origin, {
    route: 'PUT /widget/:channelKey/messages/:clientMessageId',
    by: visitor,
    params: { channelKey: visitor.channelKey, clientMessageId: newClientMessageId() },
    body: { text: '', locale: 'fr', page: null, fileIds: [id] },
  })
  return { visitor, params: { organisationId, conversationId }, fileId: id }
}

/** Somebody below Marc who has just come to Lyon. */
const newcomer = ({ comptoir, verdier, lyon }: Cast, { active }: { active: boolean }) =>
  engage(comptoir, verdier.id, 'Aude Arrivée', { role: 'agent', subAccountId: lyon.id, active })

/** A sub-account with nothing in it. */
const newSubAccount = async ({ origin, ada, verdier }: Cast) =>
  (
    await grant(origin, {
      route: 'POST /organisations/:organisationId/sub-accounts',
      by: ada,
      params: { organisationId: verdier.id },
      body: { name: `Kiosque ${newClientMessageId()}` },
    })
  ).id

/** One that visitors can answer. */
async function publishedQuestionnaire(cast: Cast) {
  const id = await newQuestionnaire(cast)
  await createWriting(cast).publish(id, shopFlow())
  return id
}

/** Somebody on a site of Lyon that asks first, with the question before them. */
async function askedVisitor(cast: Cast) {
  const answering = createAnswering(cast, newPasser(await askingChannel(cast, await publishedQuestionnaire(cast))))
  await answering.load()
  return answering
}

/** A questionnaire of Lyon that no channel begins with. */
const channelWish = ({ marc, verdier, lyon }: Cast): WishOf<'POST /organisations/:organisationId/channels'> => ({
  route: 'POST /organisations/:organisationId/channels',
  by: marc,
  params: { organisationId: verdier.id },
  body: { kind: 'website', name: 'Atelier de Lyon', subAccountId: lyon.id, zone: 'Europe/Paris' },
})
const newChannel = async (cast: Cast) => (await grant(cast.origin, channelWish(cast))).id

export const newQuestionnaire = async ({ origin, marc, verdier, lyon }: Cast) =>
  (
    await grant(origin, {
      route: 'POST /organisations/:organisationId/questionnaires',
      by: marc,
      params: { organisationId: verdier.id },
      body: { name: `Devis ${newClientMessageId()}`, subAccountId: lyon.id },
    })
  ).id

const shortcutWish = ({ marc, verdier, lyon }: Cast): WishOf<'POST /organisations/:organisationId/shortcuts'> => ({
  route: 'POST /organisations/:organisationId/shortcuts',
  by: marc,
  params: { organisationId: verdier.id },
  body: {
    scope: 'sub-account',
    subAccountId: lyon.id,
    key: `bonjour-${newClientMessageId()}`.slice(0, 40),
    texts: [{ language: 'fr', text: 'Bonjour {{visitor.firstName}}, que puis-je pour vous ?' }],
  },
})

/** A shortcut of Lyon. */
const newShortcut = async (cast: Cast) => (await grant(cast.origin, shortcutWish(cast))).id

const roleWish = ({ ada, verdier }: Cast): WishOf<'POST /organisations/:organisationId/roles'> => ({
  route: 'POST /organisations/:organisationId/roles',
  by: ada,
  params: { organisationId: verdier.id },
  body: { name: `Renfort ${newClientMessageId()}`, model: 'manager', permissions: [], modules: ['conversations'] },
})

/** A role that nobody holds. */
const newRole = async (cast: Cast) => (await grant(cast.origin, roleWish(cast))).id

/** An agent of Lyon who runs conversations and reads no more of them than others do, by a role of the house's own. */
async function runner(cast: Cast) {
  const params = { organisationId: cast.verdier.id }
  const { roles } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/roles',
    by: cast.ada,
    params,
  })
  const known = roles.find(({ name }) => name === 'Répartition')
  const customRoleId =
    known?.id ??
    (
      await grant(cast.origin, {
        route: 'POST /organisations/:organisationId/roles',
        by: cast.ada,
        params,
        body: { name: 'Répartition', model: 'agent', permissions: ['conversations.run'], modules: ['conversations'] },
      })
    ).id
  return engage(cast.comptoir, cast.verdier.id, 'Régine Rang', {
    role: 'agent',
    subAccountId: cast.lyon.id,
    modules: ['conversations'],
    customRoleId,
  })
}

/** Somebody with an open change of address, and the token of its letter. */
async function emailChange({ comptoir }: Cast) {
  const person = await signUp(comptoir, 'Elsa Adresse')
  const token = newToken()
  const now = comptoir.platform.clock.now()
  await comptoir.platform.database.directory((tx) =>
    replaceChange(
      tx,
      {
        userId: person.userId,
        email: `elsa.${newClientMessageId()}@maison.example`,
        askedIn: null,
        createdAt: now,
        expiresAt: new Date(now.getTime() + 60_000),
      },
      hashToken(token),
    ),
  )
  return { person, token }
}

/** What the old mailbox of somebody was given, whose address has changed. */
async function emailObjection({ comptoir }: Cast): Promise<string> {
  const { userId } = await signUp(comptoir, 'Odette Objection')
  const token = newToken()
  const now = comptoir.platform.clock.now()
  await comptoir.platform.database.directory((tx) =>
    insertObjection(
      tx,
      {
        userId,
        email: `odette.${newClientMessageId()}@maison.example`,
        createdAt: now,
        expiresAt: new Date(now.getTime() + 60_000),
      },
      hashToken(token),
    ),
  )
  return token
}

/** An open link to an organisation of one's own. */
async function signUpLink({ comptoir }: Cast): Promise<string> {
  const token = newToken()
  const now = comptoir.platform.clock.now()
  await comptoir.platform.database.directory((tx) =>
    replaceSignUp(
      tx,
      {
        email: `sacha.${newClientMessageId()}@neuf.example`,
        firstName: 'Sacha',
        lastName: 'Neuf',
        organisationName: 'Atelier Neuf',
        locale: 'fr',
        createdAt: now,
        expiresAt: new Date(now.getTime() + 60_000),
      },
      hashToken(token),
    ),
  )
  return token
}

/** An open link to a new password, as its owner has it in a letter. */
async function resetLink({ comptoir }: Cast): Promise<string> {
  const { userId } = await signUp(comptoir, 'Rose Reset')
  const token = newToken()
  const now = comptoir.platform.clock.now()
  await comptoir.platform.database.directory(({ db }) =>
    db
      .insertInto('password_resets')
      .values({
        token_hash: hashToken(token),
        user_id: userId,
        created_at: now,
        expires_at: new Date(now.getTime() + 60_000),
      })
      .execute(),
  )
  return token
}

const loud = { sound: true, desktop: true, push: true }

/** Somebody new with a browser that is pushed to: nobody subscribes too often. */
async function subscriber({ comptoir, origin, lyon, verdier, pushService }: Cast) {
  const by = await engage(comptoir, verdier.id, 'Pia Pousse', { role: 'agent', subAccountId: lyon.id })
  const { id } = await grant(origin, {
    route: 'POST /organisations/:organisationId/me/push-subscriptions',
    by,
    params: { organisationId: verdier.id },
    body: pushService.subscribe().subscription,
  })
  return { by, params: { organisationId: verdier.id, subscriptionId: id } }
}

/** Words of Ben's in a conversation of his. */
async function saidByBen({ cast: { ben, lyon, origin }, scene }: Stage) {
  const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
  const { message } = await grant(origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
    by: ben,
    params: { organisationId, conversationId, clientMessageId: newClientMessageId() },
    body: { text: 'Bonjour, oui : trois.', kind: 'text' },
  })
  return { organisationId, conversationId, seq: message.seq }
}
