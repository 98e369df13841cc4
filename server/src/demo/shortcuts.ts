import { makeShortcut } from '#server/domains/shortcuts/make-shortcut.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Stage } from './play-talk.ts'

const forAll = [
  {
    key: 'bonjour',
    fr: 'Bonjour {{visitor.firstName}}, je suis {{agent.firstName}}. Que puis-je faire pour vous ?',
    en: 'Hello {{visitor.firstName}}, this is {{agent.firstName}}. What can I do for you?',
  },
  {
    key: 'retour',
    fr: 'Vous avez trente jours pour nous renvoyer votre commande : l’étiquette de retour est dans le colis.',
    en: 'You have thirty days to send your order back: the return label is in the parcel.',
  },
  {
    key: 'merci',
    fr: 'Merci {{visitor.firstName}}, et à bientôt chez {{organisation.name}} !',
    en: 'Thank you {{visitor.firstName}}, see you soon at {{organisation.name}}!',
  },
]

const ofShops = {
  key: 'horaires',
  fr: 'La boutique de {{subAccount.name}} est ouverte du mardi au samedi, de 10 h à 19 h.',
  en: 'The {{subAccount.name}} shop is open from Tuesday to Saturday, 10 am to 7 pm.',
}

const textsOf = ({ fr, en }: typeof ofShops) => [
  { language: 'fr', text: fr },
  { language: 'en', text: en },
]

/** What everybody answers often, and what the managers of two shops added for theirs. */
export async function makeShortcuts(actors: Stage['actors'], needs: Platform): Promise<void> {
  for (const { key, ...texts } of forAll) {
    const wish = { scope: 'organisation', subAccountId: null, key, texts: textsOf({ key, ...texts }) } as const
    await makeShortcut(actors.helene, wish, needs)
  }
  for (const manager of [actors.camille, actors.priya]) {
    const { subAccountId } = manager
    // Managers have one.
    if (!subAccountId) continue
    const wish = { scope: 'sub-account', subAccountId, key: ofShops.key, texts: textsOf(ofShops) } as const
    await makeShortcut(manager, wish, needs)
  }
}
