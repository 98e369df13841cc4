import { agent, note, type Script, sometimes, visitor } from '../script.ts'

// Whatever way a line takes, the next one answers it: ways of one line say the same thing.

export const whereIsIt: Script = (s) => ({
  path: '/livraison',
  lines: [
    visitor(
      `${s.hello}, j’attends le colis ${s.order} depuis ${s.day}. Savez-vous où il en est ?`,
      [`${s.hello} !`, `Ma commande ${s.order} est-elle partie ? Je n’ai pas eu de message.`],
      `${s.hello}, où en est la commande ${s.order} s’il vous plaît ? Elle devait arriver à ${s.town}.`,
    ),
    agent(
      `${s.back}, ici ${s.agent}. Je regarde tout de suite.`,
      `${s.back}, je vérifie auprès du transporteur, une petite minute.`,
      [`${s.back} !`, 'Je cherche votre colis, je reviens.'],
    ),
    agent(
      `Il a quitté Nantes ${s.day} et se trouve au centre de tri de ${s.town}. La livraison est prévue demain avant 13 h.`,
      'Il est bien parti, mais le facteur n’a trouvé personne hier : il repasse demain matin.',
      'Je le vois : il a pris un jour de retard au centre de tri. Il sera chez vous demain.',
    ),
    note(`${s.order} : retard du transporteur, rien à faire de notre côté. Rappeler si rien ${s.day}.`),
    visitor(
      'Ah parfait, merci beaucoup !',
      'Super, je serai là demain.',
      'Très bien. Merci pour la réponse si rapide 🙏',
    ),
    agent(
      'Avec plaisir. N’hésitez pas à revenir vers nous s’il se faisait attendre.',
      'Je vous en prie, bonne dégustation !',
      'De rien, et bonne journée à vous.',
    ),
  ],
})

const changeAddress: Script = (s) => ({
  path: '/livraison',
  lines: [
    visitor(
      `${s.hello}, j’ai donné la mauvaise adresse pour la commande ${s.order}. Est-il trop tard pour la changer ?`,
      [`${s.hello},`, `Peut-on encore livrer ${s.order} ailleurs ? Je pars à ${s.town} plus tôt que prévu.`],
    ),
    agent(
      `${s.back}, vous tombez bien, le colis part à 15 h. Quelle est la bonne adresse ?`,
      `${s.back}, rien n’est perdu, il est encore sur la table d’emballage. Où faut-il l’envoyer ?`,
    ),
    visitor(
      `Chez mes parents : 12, rue des Lilas, à ${s.town}. Au nom de ${s.surname}.`,
      `Au bureau, à ${s.town}, 3, place du Marché. C’est ouvert toute la journée.`,
    ),
    agent('C’est changé. Vous recevrez le nouveau suivi dans l’après-midi.', 'Voilà, l’étiquette est refaite.'),
    note(`Adresse de ${s.order} changée, ancienne étiquette jetée.`),
    visitor('Vous me sauvez, merci !', 'Merci mille fois.', 'Parfait, bonne fin de journée.'),
    sometimes(agent('À votre service !', 'Bonne journée à vous aussi.')),
  ],
})

const broken: Script = (s) => ({
  path: s.piece.path,
  lines: [
    visitor(
      [`${s.hello},`, `Je viens d’ouvrir mon colis et ${s.piece.broken} 😢`, 'Que dois-je faire ?'],
      `${s.hello}, petite déception ce matin : ${s.piece.broken}. Le reste va bien.`,
      `${s.hello}, ${s.piece.broken}. Pourtant le carton n’a rien. Est-ce que c’est repris ?`,
    ),
    agent(
      `${s.back}, toutes mes excuses pour cette mauvaise surprise. Pouvez-vous me donner le numéro en haut du bon ? Je m’en occupe.`,
      `${s.back}, quel dommage. Nous allons réparer cela. Votre numéro de commande, s’il vous plaît ?`,
    ),
    visitor(`${s.order}`, `C’est le ${s.order}.`, `Je crois que c’est ${s.order}, au nom de ${s.surname}.`),
    agent(
      'Merci. La même pièce repart demain matin, sans frais. Gardez les morceaux si vous voulez : nous réparons à la laque.',
      'C’est noté. Un nouveau paquet part ce soir avec beaucoup plus de paille. Inutile de nous renvoyer l’ancien.',
    ),
    note(
      `Casse transport, remplacement offert (${s.order}). C’est la troisième ce mois-ci avec ce transporteur.`,
      `Remplacement ${s.order}. Vérifier le stock à l’atelier avant d’emballer.`,
    ),
    visitor('Je ne m’attendais pas à si simple. Merci !', 'Merci beaucoup, vraiment.', 'Génial ! Vous êtes adorables.'),
    agent('C’est bien le moins. À très vite !', 'Merci à vous pour votre patience.'),
  ],
})

const missing: Script = (s) => ({
  path: s.tea.path,
  lines: [
    visitor(
      `${s.hello}, il manque ${s.tea.the} dans mon colis ${s.order}, il n’y a que ${s.otherTea.the}.`,
      `${s.hello}, je devais recevoir deux sachets et je n’en ai qu’un : il manque ${s.tea.the}.`,
    ),
    agent(
      `${s.back}, toutes mes excuses. Le sachet est resté sur l’étagère, je l’ai sous les yeux !`,
      `${s.back}, vous avez raison, je le vois sur le bon. C’est notre erreur.`,
    ),
    agent(
      'Il part en lettre suivie ce soir, avec un échantillon pour nous faire pardonner.',
      `Il part ce soir, et j’y glisse un peu ${s.otherTea.of} pour l’attente.`,
    ),
    visitor('C’est gentil, merci !', 'Pas de souci, cela arrive. Merci.', 'Oh merci, il ne fallait pas 😊'),
    sometimes(agent('Bonne dégustation, alors !', 'Merci de l’avoir pris si bien.')),
  ],
})

const collect: Script = (s) => ({
  path: s.piece.path,
  lines: [
    visitor(`${s.hello}, vous auriez encore ${s.piece.the} à la boutique de Nantes ? Je passe ${s.day}.`, [
      `${s.hello} !`,
      `Est-ce que ${s.piece.the} se retire en boutique ?`,
      `Je suis à Nantes ${s.day}.`,
    ]),
    agent(
      `${s.back}, oui, il en reste. À quel nom puis-je mettre de côté ?`,
      `${s.back}, je viens d’aller voir : oui, et je vous mets cela de côté jusqu’à ${s.day} soir. À quel nom ?`,
    ),
    visitor(`${s.surname}, merci !`, `Au nom de ${s.surname}. Je viendrai vers 17 h.`, `${s.surname}, merci beaucoup.`),
    agent(
      'C’est noté, derrière le comptoir, avec votre nom dessus. À bientôt !',
      'Parfait. Nous prenons la carte, les espèces, et même les chèques des grands-mères.',
    ),
    note(`Mis de côté pour ${s.surname}, jusqu’à ${s.day} soir.`),
    sometimes(visitor('À bientôt !', 'Merci, bonne journée.')),
  ],
})

const giftWrap: Script = (s) => ({
  path: s.piece.path,
  lines: [
    visitor(
      `${s.hello}, je voudrais offrir ${s.piece.the}. Vous faites des paquets cadeaux ?`,
      `${s.hello}, c’est pour un cadeau ${s.day} : est-ce possible d’ajouter un petit mot dans le colis ?`,
    ),
    agent(
      `${s.back}, bien sûr : un furoshiki de coton pour 4 €, ou du papier et une ficelle pour rien. Et nous écrivons la carte à la main : que faut-il y mettre ?`,
      `${s.back}, avec plaisir. Furoshiki ou papier ? Et dictez-moi le mot, nous l’écrivons à la plume.`,
    ),
    visitor(
      '« Bon anniversaire Jeanne, que chaque tasse dure longtemps. » Et le furoshiki, le bleu si vous l’avez.',
      'Alors simplement : « Pour tes dimanches. Je t’embrasse, Paul. » Du papier suffira.',
      '« Félicitations à vous deux ! » Et du papier, s’il vous plaît.',
    ),
    agent('C’est joliment dit. C’est fait, le paquet part demain.', 'Merci, c’est recopié. Cela va plaire.'),
    visitor('Merci, c’est parfait.', 'Vous êtes formidables, merci ✨', 'Super, bonne soirée !'),
  ],
})

const sendBack: Script = (s) => ({
  path: '/livraison',
  lines: [
    visitor(
      `${s.hello}, j’ai reçu ${s.piece.the} deux fois (deux cadeaux identiques !). Puis-je en renvoyer un exemplaire ?`,
      `${s.hello}, comment fait-on pour un retour ? La couleur ne va pas du tout avec ma cuisine.`,
    ),
    agent(
      `${s.back}, vous avez trente jours. Préférez-vous un échange ou un remboursement ? Et à quelle adresse envoyer l’étiquette ?`,
      `${s.back}, aucun problème. Dites-moi si c’est pour un échange, et donnez-moi une adresse pour l’étiquette.`,
    ),
    visitor(
      `Plutôt un échange, contre ${s.tea.the} par exemple. Mon adresse : ${s.email}`,
      `Un remboursement, si cela ne vous ennuie pas. ${s.email}`,
    ),
    agent(
      'Très bien. L’étiquette part à l’instant. Remettez la pièce dans sa paille et déposez le colis à la poste.',
      'C’est noté, l’étiquette est envoyée. Comptez trois jours après réception.',
    ),
    note('Retour accepté, étiquette envoyée. Vérifier l’état à l’arrivée.'),
    visitor('Entendu, merci beaucoup.', 'Merci !', 'C’est clair et rapide, merci.'),
  ],
})

export const parcelTalks: Script[] = [whereIsIt, changeAddress, broken, missing, giftWrap, sendBack]
export const counterTalks: Script[] = [collect]
