import type { Voice } from '../voice.ts'
import { days, pieceForms, teaForms, towns } from './forms.ts'
import { counterTalks, parcelTalks } from './orders.ts'
import { doorTalks, shelfTalks } from './pieces.ts'
import { teaTalks } from './teas.ts'
import { workshopTalks } from './workshops.ts'

export const french: Voice = {
  hello: { day: ['Bonjour', 'Bonjour', 'Bonjour', 'Bonjour à vous'], evening: ['Bonsoir'] },
  helloBack: (name) => (name === null ? 'Bonjour' : `Bonjour ${name}`),
  firstNames: [
    ...[
      'Léa',
      'Solène',
      'Mehdi',
      'Jeanne',
      'Baptiste',
      'Inès',
      'Gaëlle',
      'Paul',
      'Nadia',
      'Erwan',
      'Clémence',
      'Julien',
    ],
    ...[
      'Aïcha',
      'Thomas',
      'Louise',
      'Karim',
      'Élise',
      'Mathilde',
      'Hugo',
      'Manon',
      'Rachida',
      'Benoît',
      'Anaïs',
      'Loïc',
    ],
    ...['Françoise', 'Ousmane', 'Chloé', 'Étienne', 'Margaux', 'Sacha', 'Zoé', 'Abel', 'Noémie', 'Tristan', 'Fatou'],
  ],
  surnames: [
    ...['Martin', 'Le Bihan', 'Haddad', 'Moreau', 'Guérin', 'Diallo', 'Chevalier', 'Lefèvre', 'Roussel', 'Nguyen'],
    ...['Picard', 'Benali', 'Garcia', 'Perrin', 'Morvan', 'Dumas', 'Colin', 'Kaya', 'Fontaine', 'Leroux', 'Da Silva'],
    ...['Boucher', 'Marchand', 'Tanguy', 'Vidal', 'Bourgeois', 'Renaud', 'Aubry', 'Masson', 'Philippe'],
  ],
  days,
  towns,
  teaForms,
  pieceForms,
  brewing: (celsius, seconds) =>
    `une eau à ${celsius} °C et ${seconds % 60 === 0 ? `${seconds / 60} minutes` : `${Math.floor(seconds / 60)} minute et demie`}`,
  anywhere: [...parcelTalks, ...teaTalks, ...shelfTalks],
  atHome: [...counterTalks, ...workshopTalks, ...doorTalks],
}
