import { pieces, teas } from './goods.ts'

export const fr = {
  house: 'Maison Tilleul',
  trade: 'Thés et céramiques',
  skip: 'Aller au contenu',
  promo: 'Envoi offert dès 60 € · Une tasse vous attend en boutique',
  otherLanguage: { name: 'English', hint: 'This page in English' },
  navigation: 'Rayons',
  nav: { teas: 'Thés', ceramics: 'Céramiques', workshops: 'Ateliers', delivery: 'Livraison' },
  path: 'Vous êtes ici',
  start: 'Accueil',

  home: {
    title: 'Thés et céramiques',
    description: 'Des thés choisis chez neuf familles, et de quoi les boire, tourné à la main à Nantes.',
    eyebrow: 'Nantes et Brighton, depuis 1994',
    heading: 'Une heure de calme, servie chaude.',
    text: 'Des thés choisis chez neuf familles de cultivateurs, et de quoi les boire : des pièces tournées à la main dans l’atelier, au fond de la cour.',
    toTeas: 'Voir les thés',
    toWorkshops: 'Venir à l’atelier',
    shelf: 'Ce que nous buvons cette semaine',
    all: 'Tous les thés',
    steps: {
      heading: 'Ici, on achète en parlant',
      text: 'Pas de panier : une personne de la boutique vous répond, et s’occupe du reste.',
      list: [
        {
          heading: 'Dites ce que vous aimez',
          text: 'Le matin ou le soir, avec ou sans théine, pour vous ou pour offrir. Un nom de thé suffit aussi.',
        },
        {
          heading: 'Nous répondons',
          text: 'La messagerie est en bas à droite de chaque page. Écrivez, gardez l’onglet ouvert ou revenez plus tard.',
        },
        {
          heading: 'Nous mettons de côté',
          text: 'Quarante-huit heures en boutique, ou un colis qui part le jour même si vous écrivez avant 15 h.',
        },
      ],
    },
    workshop: {
      eyebrow: 'L’atelier',
      heading: 'Douze jours, de la boule de terre à la tasse.',
      text: 'Tourner, laisser sécher, cuire, émailler, cuire encore. La porte du fond est ouverte le samedi : on peut regarder, ou mettre les mains dans la terre.',
      link: 'Les ateliers du mois',
    },
    guestbook: {
      heading: 'Dans le livre d’or',
      entries: [
        {
          text: 'J’ai demandé un thé qui ressemble à la pluie. On m’a répondu en quatre minutes, et c’était le bon.',
          by: 'Solène, Rezé',
        },
        {
          text: 'La théière est arrivée un mardi, le couvercle fêlé. La nouvelle était là le jeudi, avec un mot d’excuse du facteur.',
          by: 'Idriss, Lyon',
        },
        { text: 'Venue pour une heure, repartie avec un bol de travers. C’est mon préféré.', by: 'Hannah, Hove' },
      ],
    },
    shops: 'Nous trouver',
  },

  shops: [
    {
      name: 'Nantes',
      lines: ['4, passage du Tilleul, 44000 Nantes', 'Du mardi au samedi, de 10 h à 19 h', '02 61 91 44 07'],
    },
    {
      name: 'Brighton',
      lines: ['18 Linden Yard, Brighton BN1', 'Du mercredi au dimanche, de 10 h à 18 h', '+44 1632 960 418'],
    },
    {
      name: 'Par message',
      lines: ['En bas à droite de cette page', 'Tous les jours, de 9 h à 19 h', 'En français et en anglais'],
    },
  ],

  teasPage: {
    title: 'Thés et infusions',
    description: 'Six thés et infusions, d’où ils viennent et comment les infuser.',
    text: 'Six, pas soixante. Nous goûtons une centaine de lots par an et gardons ceux que nous avons envie de boire le lendemain.',
    brewing: {
      heading: 'Bien infuser',
      text: 'Pour une tasse de 20 cl. Une eau peu minérale change tout ; le reste est affaire de goût.',
      caption: 'Dose, eau et temps pour chaque thé',
      tea: 'Thé',
      dose: 'Dose',
      water: 'Eau',
      time: 'Temps',
    },
    hint: {
      heading: 'Vous hésitez ?',
      text: 'Dites-nous trois choses que vous aimez manger : nous en déduisons un thé. Cela marche presque toujours.',
    },
  },
  teas,

  ceramicsPage: {
    title: 'Céramiques',
    description: 'Théières, tasses, bols et vases tournés à la main dans notre atelier de Nantes.',
    text: 'Tournées à Nantes, émaillées avec ce que le jardin donne. Aucune pièce n’est tout à fait pareille : demandez-nous de décrire celle qui partira chez vous.',
    care: {
      heading: 'Les garder longtemps',
      list: [
        {
          heading: 'Avant la première tasse',
          text: 'Laissez la pièce une nuit dans l’eau tiède. Les craquelures de l’émail se referment et ne tacheront plus.',
        },
        {
          heading: 'Au quotidien',
          text: 'L’eau chaude suffit. La porcelaine va au lave-vaisselle, le grès et la terre rouge préfèrent l’évier.',
        },
        {
          heading: 'Si elle casse',
          text: 'Gardez les morceaux. Nous réparons nos pièces à la laque, une fois par trimestre, au prix de la laque.',
        },
      ],
    },
  },
  pieces,

  good: {
    price: 'Prix',
    for: (quantity: string) => `les ${quantity}`,
    origin: 'Origine',
    brewing: 'Infusion',
    brew: (celsius: number, minutes: string) => `${celsius} °C, ${minutes}`,
    material: 'Matière',
    size: 'Taille',
    grams: (grams: number) => `${grams} g`,
    celsius: (celsius: number) => `${celsius} °C`,
    minutes: (minutes: number, seconds: number) =>
      seconds === 0 ? `${minutes} min` : `${minutes === 0 ? '' : `${minutes} min `}${seconds} s`,
    ask: {
      heading: 'Elle vous plaît ?',
      tea: 'Il vous tente ?',
      text: 'Écrivez-nous son nom dans la messagerie, en bas à droite. Nous vous disons s’il en reste, et nous mettons de côté pour quarante-huit heures.',
    },
    others: 'À côté, sur l’étagère',
    delivery: 'Livraison et retours',
  },

  workshopsPage: {
    title: 'Ateliers',
    description: 'Tourner, émailler, goûter : les ateliers de la Maison Tilleul, à Nantes et à Brighton.',
    text: 'De six à huit personnes, la terre et les cuissons comprises. Ce que vous tournez est cuit dans les trois semaines, et vous attend en boutique.',
    place: (where: string, when: string) => `${where}, ${when}`,
    list: [
      {
        name: 'Premier bol',
        text: 'Centrer la terre, l’ouvrir, la monter. On rate le premier, on garde le deuxième.',
        where: 'Nantes',
        when: 'samedi de 10 h à 12 h 30',
        cents: 6500,
        places: 6,
      },
      {
        name: 'Une soirée d’émail',
        text: 'Tremper, verser, réserver à la cire. Trois pièces biscuitées vous attendent, ou apportez les vôtres.',
        where: 'Nantes',
        when: 'jeudi de 18 h 30 à 20 h 30',
        cents: 4800,
        places: 8,
      },
      {
        name: 'Cinq thés à l’aveugle',
        text: 'Cinq tasses, aucun nom. On décrit, on se trompe, on rit, puis on regarde les étiquettes.',
        where: 'Nantes et Brighton',
        when: 'vendredi de 18 h à 19 h 30',
        cents: 2900,
        places: 8,
      },
      {
        name: 'À quatre mains',
        text: 'Un adulte, un enfant à partir de six ans, une seule boule de terre. Tablier conseillé aux deux.',
        where: 'Brighton',
        when: 'mercredi de 14 h 30 à 16 h',
        cents: 3800,
        places: 6,
      },
    ],
    places: (places: number) => `${places} places`,
    booking: {
      heading: 'Réserver',
      text: 'Écrivez-nous l’atelier et la semaine qui vous vont. Nous vous gardons la place le temps de vous décider, jusqu’à la veille au soir.',
    },
    questions: {
      heading: 'On nous demande souvent',
      list: [
        {
          question: 'Faut-il savoir tourner ?',
          answer: 'Non. La moitié des gens qui viennent n’ont pas touché de terre depuis l’école.',
        },
        {
          question: 'Puis-je annuler ?',
          answer: 'Jusqu’à la veille, sans frais. Le jour même, la place est perdue mais la terre vous reste due.',
        },
        {
          question: 'Et pour offrir ?',
          answer: 'Nous écrivons une carte à la main, valable un an, pour l’atelier de votre choix.',
        },
        {
          question: 'L’atelier est-il accessible en fauteuil ?',
          answer: 'À Brighton, oui. À Nantes, une marche de douze centimètres : prévenez-nous, nous posons la rampe.',
        },
      ],
    },
  },

  deliveryPage: {
    title: 'Livraison et retours',
    description: 'Délais, prix d’envoi et retours de la Maison Tilleul.',
    text: 'Nous emballons dans de la paille de seigle et du papier. Si un colis arrive cassé, un mot suffit.',
    caption: 'Envoi : délai, prix et gratuité selon le pays',
    to: 'Destination',
    days: 'Délai',
    price: 'Prix',
    free: 'Offert dès',
    zones: [
      { to: 'France', days: '2 jours ouvrés', cents: 590, freeFromCents: 6000 },
      { to: 'Royaume-Uni, depuis Brighton', days: '2 jours ouvrés', cents: 650, freeFromCents: 7000 },
      { to: 'Belgique, Luxembourg, Suisse', days: '3 à 4 jours ouvrés', cents: 850, freeFromCents: 8000 },
      { to: 'Reste de l’Europe', days: '5 jours ouvrés', cents: 1200, freeFromCents: 12000 },
    ],
    amends: 'Si quelque chose ne va pas',
    returns: {
      heading: 'Changer d’avis',
      text: 'Trente jours pour les céramiques, dans leur paille ou presque. Les thés ouverts restent chez vous ; un sachet encore scellé revient sans question.',
    },
    broken: {
      heading: 'Cassé en route',
      text: 'Dites-le-nous dans les sept jours, dans la messagerie ou par courriel à bonjour@maison-tilleul.example. La même pièce repart le lendemain, ou sa sœur.',
    },
    questions: {
      heading: 'On nous demande souvent',
      list: [
        {
          question: 'Où en est mon colis ?',
          answer: 'Donnez-nous le numéro écrit en haut du bon, il commence par MT. Nous regardons tout de suite.',
        },
        {
          question: 'Peut-on retirer en boutique ?',
          answer:
            'Oui, à Nantes comme à Brighton, le jour même si la pièce y est. Nous la gardons quarante-huit heures.',
        },
        {
          question: 'Faites-vous un paquet cadeau ?',
          answer: 'Un furoshiki de coton, 4 €, ou du papier et une ficelle, pour rien.',
        },
      ],
    },
  },

  notFound: {
    title: 'Étagère vide',
    text: 'Il n’y a rien à cette adresse. La pièce est peut-être partie chez quelqu’un.',
    link: 'Revenir à l’accueil',
  },

  notReady: {
    title: 'La boutique ouvre bientôt',
    text: 'Cette page montre une boutique inventée avec votre widget. Il lui manque encore une messagerie : ce serveur attend sa première organisation.',
    link: 'Mettre Comptoir en place',
  },

  footer: {
    shops: 'Boutiques',
    help: 'Aide',
    invented: 'Maison Tilleul n’existe pas : c’est une page d’essai, pour voir le widget de Comptoir sur un vrai site.',
    toConsole: 'Ouvrir la console',
  },
}

export type ShopWords = typeof fr
