import type { Case } from './case.ts'

const brokenTeapot: Case = {
  shop: 'nantes',
  language: 'fr',
  name: 'Agathe Vasseur',
  path: '/ceramiques/theiere-celadon',
  began: { minutesAgo: 26 },
  acts: [
    [
      0,
      {
        act: 'answer',
        with: 'yanis',
        answers: [
          ['need', 'damaged'],
          ['photo', { papers: ['broken-teapot'] }],
          ['number', 'MT-47213'],
          ['email', 'agathe.vasseur@courrier.example'],
        ],
      },
    ],
    [1, { act: 'hear', text: 'Elle est arrivée comme ça ce matin, malgré la paille. Que faut-il faire ?' }],
    [2, { act: 'pick-up', by: 'yanis' }],
    [3, { act: 'read', by: 'yanis' }],
    [4, { act: 'say', by: 'yanis', text: 'Bonjour Agathe, ici Yanis. Quelle tristesse, une si belle pièce…' }],
    [
      6,
      {
        act: 'note',
        by: 'yanis',
        text: '@Camille Le Goff il nous reste une Céladon en réserve : je peux la lui promettre ?',
        mentions: ['camille'],
      },
    ],
    [9, { act: 'note', by: 'camille', text: 'Oui, et glisse-lui un sachet de tilleul pour l’attente.' }],
    [
      11,
      {
        act: 'say',
        by: 'yanis',
        text: 'Nous vous en envoyons une autre aujourd’hui. Voici l’étiquette pour nous rendre la première.',
        papers: ['return-label'],
      },
    ],
    [
      12,
      {
        act: 'rewrite',
        by: 'yanis',
        text: 'Nous vous en envoyons une autre dès aujourd’hui. Voici l’étiquette pour nous rendre la première, sans frais.',
      },
    ],
    [13, { act: 'visitor-reads' }],
    [14, { act: 'hear', text: 'Merci infiniment ! Le point relais est au bout de ma rue.' }],
  ],
}

const handedToCamille: Case = {
  shop: 'nantes',
  language: 'fr',
  name: 'Corentin Hélary',
  path: '/ateliers',
  began: { minutesAgo: 41 },
  acts: [
    [0, { act: 'hear', text: 'Bonjour, peut-on privatiser un atelier pour vingt-cinq collègues, un mardi soir ?' }],
    [2, { act: 'pick-up', by: 'helene' }],
    [
      4,
      {
        act: 'say',
        by: 'helene',
        text: 'Bonjour ! Un mardi, c’est rare, mais rien n’est impossible. Je me renseigne.',
      },
    ],
    [
      7,
      {
        act: 'hand-on',
        by: 'helene',
        to: 'camille',
        note: 'Vingt-cinq personnes un mardi : c’est toi qui tiens le planning du four. Budget non évoqué.',
      },
    ],
    [12, { act: 'hear', text: 'Parfait, j’attends. Nous sommes souples sur la date.' }],
  ],
  books: { by: 'camille', what: 'project', inDays: 2, words: 'Privatiser un mardi soir, vingt-cinq personnes.' },
}

const proposedAnExpert: Case = {
  shop: 'nantes',
  language: 'fr',
  name: 'Hermine Le Bihan',
  path: '/ceramiques',
  began: { minutesAgo: 33 },
  acts: [
    [0, { act: 'hear', text: 'Bonjour, j’ai hérité d’un service à thé signé sous les tasses. Savez-vous le dater ?' }],
    [3, { act: 'pick-up', by: 'yanis' }],
    [4, { act: 'read', by: 'yanis' }],
    [
      6,
      { act: 'say', by: 'yanis', text: 'Bonjour Hermine ! Il faut voir la signature de près, et le dessous du pied.' },
    ],
    [
      7,
      {
        act: 'say',
        by: 'yanis',
        text: 'Je vous propose un rendez-vous : Faire expertiser une pièce. Choisissez le créneau qui vous convient.',
        proposes: 'ceramics',
      },
    ],
    [8, { act: 'visitor-reads' }],
    [10, { act: 'hear', text: 'Avec plaisir, je regarde mon agenda ce soir.' }],
    [11, { act: 'read', by: 'yanis' }],
  ],
}

const waitsWithAnswers: Case = {
  shop: 'nantes',
  language: 'fr',
  name: null,
  path: '/livraison',
  began: { minutesAgo: 14 },
  acts: [
    [
      0,
      {
        act: 'answer',
        with: 'yanis',
        answers: [
          ['need', 'order'],
          ['number', 'MT-48112'],
          ['email', 'baptiste.lemoine@courrier.example'],
        ],
      },
    ],
    [1, { act: 'hear', text: 'Le suivi n’a pas bougé depuis lundi. Mon colis est-il encore à Nantes ?' }],
  ],
}

/** Written when nobody was there. */
const leftAtTheForm: Case = {
  shop: 'nantes',
  language: 'fr',
  name: null,
  path: '/',
  began: { minutesAgo: 52 },
  acts: [
    [
      0,
      {
        act: 'answer',
        with: null,
        answers: [
          ['need', 'write'],
          [
            'form',
            {
              name: 'Ségolène Abgrall',
              email: 'segolene.abgrall@courrier.example',
              message:
                'Bonjour, je tiens une chambre d’hôtes à Clisson et voudrais vos thés au petit-déjeuner. Faites-vous des prix ?',
            },
          ],
        ],
      },
    ],
  ],
}

const chosenByPicture: Case = {
  shop: 'nantes',
  language: 'fr',
  name: 'Rozenn Kerbrat',
  path: '/ceramiques',
  began: { daysAgo: 2 },
  acts: [
    [
      0,
      {
        act: 'answer',
        with: 'yanis',
        answers: [['need', 'advisor']],
      },
    ],
    [1, { act: 'hear', text: 'Bonjour, quelle tasse irait avec la théière Céladon ? Je n’arrive pas à me décider.' }],
    [3, { act: 'pick-up', by: 'camille' }],
    [
      5,
      {
        act: 'say',
        by: 'camille',
        text: 'La porcelaine, sans hésiter. Voyez comme elles vont ensemble :',
        papers: ['set-table'],
      },
    ],
    [7, { act: 'visitor-reads' }],
    [8, { act: 'hear', text: 'Oh oui ! J’en prends quatre.' }],
    [10, { act: 'read', by: 'camille' }],
    [11, { act: 'close', by: 'camille' }],
  ],
}

export const casesOfNantes: readonly Case[] = [
  chosenByPicture,
  leftAtTheForm,
  handedToCamille,
  proposedAnExpert,
  brokenTeapot,
  waitsWithAnswers,
]
