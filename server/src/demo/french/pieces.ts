import { agent, note, type Script, sometimes, visitor } from '../script.ts'

export const whichOne: Script = (s) => ({
  path: s.piece.path,
  lines: [
    visitor(
      `${s.hello}, pourriez-vous me décrire la pièce qui partirait vraiment ? Je regarde ${s.piece.the}.`,
      `${s.hello}, les couleurs sont-elles fidèles pour ${s.piece.the} ? Sur mon écran c’est très gris.`,
    ),
    agent(
      `${s.back}, je descends à l’atelier et je vous en dis plus dans dix minutes.`,
      `${s.back}, en vrai c’est plus chaud, surtout le matin. Je vais voir celles qui restent.`,
    ),
    agent(
      'J’en ai trois sous les yeux : une coulure vers le bord, une qui tire vers le vert, une presque blanche. Laquelle vous tente ?',
      'Il en reste trois, toutes différentes : coulure, reflet vert, ou presque blanche ?',
    ),
    visitor('La coulure, sans hésiter !', 'La presque blanche.', 'Difficile… la verte.'),
    agent('C’est noté, je colle un papier à votre nom dessus.', 'Mise de côté pour quarante-huit heures. À quel nom ?'),
    visitor(
      `${s.surname}. Merci, je règle ce soir.`,
      `${s.surname}. Quel service !`,
      `${s.surname}, parfait, à demain.`,
    ),
    note(`Pièce réservée pour ${s.surname}, étagère du fond.`),
  ],
})

const dishwasher: Script = (s) => ({
  path: s.piece.path,
  lines: [
    visitor(`${s.hello}, est-ce que ${s.piece.the} passe au lave-vaisselle ?`, [
      `${s.hello}`,
      'Lave-vaisselle ou pas ?',
      `Je parle de ce que j’ai sous les yeux : ${s.piece.the}`,
    ]),
    agent(
      `${s.back}, la porcelaine oui, programme doux. Le grès et la terre rouge préfèrent l’évier.`,
      `${s.back}, à la main c’est mieux : l’eau chaude suffit, et sans savon pour l’intérieur.`,
    ),
    visitor(
      'Et au micro-ondes ?',
      'D’accord, merci ! Le micro-ondes non plus, j’imagine.',
      'Zut, je l’y ai déjà mis une fois.',
    ),
    agent(
      'Un lavage oublié ne fait pas de mal, c’est l’habitude qui ternit l’émail. Et le micro-ondes ne craint rien : aucune de nos pièces ne porte de métal.',
    ),
    sometimes(visitor('Merci pour la précision.', 'OK, merci !')),
  ],
})

const mend: Script = (s) => ({
  path: '/ceramiques',
  lines: [
    visitor(
      `${s.hello}, mon chat a fait tomber ${s.piece.the}. Vous réparez ?`,
      `${s.hello}, vous réparez vos pièces à la laque, je crois ? J’ai un bol cassé, acheté il y a six ans.`,
    ),
    agent(
      `${s.back}, oui, une fois par trimestre, au prix de la laque : une vingtaine d’euros. Avez-vous tous les morceaux ?`,
      `${s.back}, avec joie. Avez-vous gardé les morceaux ?`,
    ),
    visitor('Tous, dans une boîte à chaussures.', 'Il en manque un tout petit.', 'Oui. Combien de temps cela prend ?'),
    agent(
      'Ce qui manque, on le refait en laque : ce sera même plus beau. Comptez six semaines.',
      'Six à huit semaines, la laque sèche lentement. Déposez la boîte quand vous passez.',
    ),
    note(`Réparation pour ${s.surname}, fiche à ouvrir quand la boîte arrive.`),
    visitor('Merci, vous me remontez le moral.', `Je passe ${s.day}. Merci !`, 'Parfait. Et je parlerai au chat 🐈'),
  ],
})

const forRestaurant: Script = (s) => ({
  path: '/ceramiques',
  lines: [
    visitor(
      `${s.hello}, j’ouvre un petit restaurant à ${s.town} et je cherche quarante bols. Travaillez-vous avec des professionnels ?`,
      `${s.hello}, vendez-vous aux salons de thé ? Nous ouvrons à ${s.town}.`,
    ),
    agent(
      `${s.back}, oui, et avec plaisir. Pour quelle date ? Laissez-moi une adresse, Hélène vous enverra un devis.`,
      `${s.back} ! Hélène suit les professionnels : pour quand, et à quelle adresse peut-elle vous écrire ?`,
    ),
    visitor(`Pour la rentrée. ${s.email}`, `En mars, avec le budget d’un petit endroit… ${s.email}, merci.`),
    agent(
      'Merci. Vous aurez un devis d’ici la fin de la semaine.',
      'C’est noté, elle revient vers vous avec des échantillons.',
    ),
    note('Professionnel, devis à faire. Hélène s’en charge.', `Pro à ${s.town}, client régulier possible.`),
    visitor('Parfait, merci.', 'J’attends de ses nouvelles. Merci !', 'Merci pour votre réactivité.'),
  ],
})

const openToday: Script = (s) => ({
  path: '',
  lines: [
    visitor(
      `${s.hello}, êtes-vous ouverts ${s.day} ?`,
      `${s.hello}, jusqu’à quelle heure peut-on passer à la boutique de Nantes ?`,
      [`${s.hello}`, 'vous etes ou exactement a Nantes et jusqu’a quelle heure'],
    ),
    agent(
      `${s.back}, du mardi au samedi, de 10 h à 19 h, au 4, passage du Tilleul : la porte verte.`,
      `${s.back}, nous sommes au 4, passage du Tilleul, du mardi au samedi jusqu’à 19 h. La cloche marche une fois sur deux, toquez fort.`,
    ),
    visitor('Merci !', 'Super, à bientôt.', 'merci bcp'),
    sometimes(agent('À bientôt !', 'L’eau est déjà chaude.')),
  ],
})

export const shelfTalks: Script[] = [whichOne, dishwasher, mend, forRestaurant]
export const doorTalks: Script[] = [openToday]
