import { makeShortcut } from '#server/domains/shortcuts/make-shortcut.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { CastKey } from './cast.ts'
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

/** What two of them keep for themselves. */
const own: { of: CastKey; key: string; texts: { language: string; text: string }[] }[] = [
  {
    of: 'helene',
    key: 'presse',
    texts: [{ language: 'fr', text: 'Merci de votre intérêt. Écrivez-moi à presse@maison-tilleul.example.' }],
  },
  {
    of: 'helene',
    key: 'atelier-complet',
    texts: [
      {
        language: 'fr',
        text: 'Cet atelier est complet, {{visitor.firstName}} ; je vous inscris sur la liste d’attente ?',
      },
      { language: 'en', text: 'That workshop is full, {{visitor.firstName}}; shall I put you on the waiting list?' },
    ],
  },
  {
    of: 'yanis',
    key: 'pause',
    texts: [{ language: 'fr', text: 'Je reviens vers vous dans un quart d’heure, le temps d’une infusion.' }],
  },
]

const textsOf = ({ fr, en }: typeof ofShops) => [
  { language: 'fr', text: fr },
  { language: 'en', text: en },
]

/** What everybody answers often, what the managers of two shops added for theirs, and what people keep for themselves. */
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
  for (const { of, ...written } of own)
    await makeShortcut(actors[of], { scope: 'own', subAccountId: null, ...written }, needs)
}
