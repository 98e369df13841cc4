import { agent, note, type Script, sometimes, visitor } from '../script.ts'

export const firstBowl: Script = (s) => ({
  path: '/ateliers',
  lines: [
    visitor(
      `${s.hello}, reste-t-il des places pour « Premier bol » samedi ?`,
      `${s.hello}, je n’ai jamais touché un tour. L’atelier du samedi est-il vraiment pour débutants ?`,
      [`${s.hello} !`, 'Je voudrais réserver un atelier de tournage', 'Pour ma sœur et moi'],
    ),
    agent(
      `${s.back}, ici ${s.agent}. La moitié des gens n’ont pas touché de terre depuis l’école. Il reste trois places ce samedi et cinq le suivant : lequel vous va ?`,
      `${s.back}, avec plaisir, personne ne sait tourner en arrivant. Ce samedi ou le suivant ?`,
    ),
    visitor('Ce samedi, parfait.', 'Plutôt le suivant, si possible.', 'Ce samedi ! Faut-il apporter quelque chose ?'),
    agent(
      'C’est réservé, à quel nom ? Venez avec des manches qui se retroussent, nous avons les tabliers.',
      'Très bien. Les ongles courts, c’est la seule consigne. Votre nom, s’il vous plaît ?',
    ),
    visitor(`${s.surname}. Hâte d’y être !`, `${s.surname}, merci beaucoup.`, `Au nom de ${s.surname}`),
    agent('À bientôt à l’atelier !', 'C’est noté. À très bientôt dans la cour.'),
    note(`${s.surname} : Premier bol. Règlement sur place.`),
  ],
})

const asPresent: Script = (s) => ({
  path: '/ateliers',
  lines: [
    visitor(
      `${s.hello}, peut-on offrir un atelier sans choisir la date ?`,
      `${s.hello}, je cherche un cadeau pour quelqu’un qui a déjà tout. Vous faites des bons pour les ateliers ?`,
    ),
    agent(
      `${s.back}, oui : une carte écrite à la main, valable un an. Plutôt terre ou plutôt thé ?`,
      `${s.back}, bonne idée ! La carte vaut un an. Plutôt les mains dans la terre, ou cinq thés à l’aveugle ?`,
    ),
    visitor('La terre ! Pouvez-vous l’envoyer par la poste ?', 'Le thé. Vous l’envoyez par la poste ?'),
    agent(
      'Bien sûr, elle part sous enveloppe de lin. Donnez-moi le prénom et l’adresse.',
      'Oui, demain matin. Pour quel prénom, et où ?',
    ),
    visitor(
      `Pour Jeanne, chez ${s.surname}, à ${s.town}.`,
      `Pour Baptiste ${s.surname}, 8, quai des Tanneurs, à ${s.town}. Merci beaucoup !`,
    ),
    agent('C’est écrit. Elle sera chez vous dans deux jours.', 'Voilà, elle sèche. À bientôt !'),
  ],
})

const youngPotter: Script = (s) => ({
  path: '/ateliers',
  lines: [
    visitor(
      `${s.hello}, ma fille a cinq ans et demi. Peut-elle venir à « À quatre mains » ?`,
      `${s.hello}, votre atelier parents-enfants commence à six ans… et à cinq ans trois quarts ?`,
    ),
    agent(
      `${s.back}, si l’enfant est patient, cela se passe très bien. À Nantes, c’est pendant les vacances.`,
      `${s.back}, nous disons six ans pour la forme. À Nantes, l’atelier revient aux prochaines vacances.`,
    ),
    visitor('Pendant les vacances, ce serait parfait.', 'Patience garantie dès qu’il y a de la boue 😅'),
    agent(
      'Je vous inscris sur la liste. À quelle adresse vous écrire quand les dates sont fixées ?',
      'Alors bienvenue ! Une adresse pour vous prévenir des dates ?',
    ),
    visitor(`${s.email}`, `Oui : ${s.email}, merci !`),
    note('Liste d’attente « À quatre mains », à prévenir dès que les dates sont posées.'),
    sometimes(agent('Merci, à très bientôt !', 'C’est noté.')),
  ],
})

export const birthday: Script = (s) => ({
  path: '/ateliers',
  lines: [
    visitor(
      `${s.hello}, faites-vous des anniversaires d’enfants à l’atelier ? Ils seraient huit.`,
      `${s.hello}, huit enfants de neuf ans, un mercredi : c’est envisageable à l’atelier ?`,
    ),
    agent(
      `${s.back}, oui, jusqu’à huit, avec un goûter. Avez-vous une date en tête ?`,
      `${s.back}, envisageable et même joyeux. Quel mercredi vous irait ?`,
    ),
    visitor('Le deuxième mercredi du mois prochain.', 'Celui d’après les vacances, si c’est libre.'),
    agent(
      'C’est libre ! Je pose une option jusqu’à vendredi, à quel nom ?',
      'Je vous le garde quelques jours. À quel nom ?',
    ),
    visitor(`${s.surname}. Je confirme dès que j’ai les réponses des parents.`, `${s.surname}, merci !`),
    note(`Option anniversaire, huit enfants, ${s.surname}. Prévoir une deuxième personne.`),
    agent('Parfait, à très vite.', 'Bien noté. Bon courage pour les invitations !'),
  ],
})

const fired: Script = (s) => ({
  path: '/ateliers',
  lines: [
    visitor(
      `${s.hello}, mon bol de l’atelier est-il cuit ? C’était il y a un mois, au nom de ${s.surname}.`,
      `${s.hello}, je viens chercher mes pièces ${s.day}, sont-elles prêtes ? (${s.surname})`,
    ),
    agent(`${s.back}, je vais voir dans le four, enfin, sur l’étagère à côté.`, `${s.back}, un instant, je regarde.`),
    agent(
      'Tout est là, et très réussi ! Vous pouvez passer quand vous voulez.',
      'C’est cuit, émaillé, et l’émail est superbe. À vous de venir voir.',
    ),
    visitor('Chouette, je passe samedi !', 'Merci, à samedi.', 'Super nouvelle ! Merci.'),
    sometimes(agent('À samedi !', 'À très bientôt.')),
  ],
})

const unknownThing: Script = (s) => ({
  path: '/ateliers',
  lines: [
    visitor(`${s.hello}, avez-vous retrouvé ma pièce de l’atelier ? Au nom de ${s.surname}.`),
    agent(
      `${s.back}, j’ai sous ce nom un bol et… quelque chose. Un cendrier ?`,
      `${s.back}, j’ai un bol, et un objet que nous avons appelé « la chose ». C’est peut-être cela ?`,
    ),
    visitor('Ha ha, c’est une tasse !', 'C’est une tasse… enfin c’était l’idée 😂'),
    agent(
      'Toutes nos excuses à la tasse. Elle vous attend.',
      'Alors c’est la plus originale de la fournée. Elle est à vous !',
    ),
    visitor('Je viens la délivrer samedi.', 'J’arrive, ne la vendez pas !'),
  ],
})

const cancel: Script = (s) => ({
  path: '/ateliers',
  lines: [
    visitor(
      `${s.hello}, je dois annuler ma place de ${s.day}, un enfant malade. C’est possible ? Nom : ${s.surname}.`,
      `${s.hello}, je ne pourrai pas venir à l’atelier ${s.day} finalement (${s.surname}). Comment fait-on ?`,
    ),
    agent(
      `${s.back}, bien sûr, jusqu’à la veille c’est sans frais. Je reporte ou je rembourse ?`,
      `${s.back}, pas d’inquiétude. Une autre date, ou un remboursement ?`,
    ),
    visitor(
      'Reportez, s’il vous plaît, au mois prochain.',
      'Remboursez, je reviendrai plus tard.',
      'La semaine d’après si c’est possible.',
    ),
    agent('C’est fait. À bientôt !', 'Entendu, c’est changé.'),
    note(`Place libérée ${s.day}, prévenir la liste d’attente.`),
    sometimes(visitor('Merci de votre compréhension.', 'Merci !')),
  ],
})

export const workshopTalks: Script[] = [firstBowl, asPresent, youngPotter, birthday, fired, unknownThing, cancel]
