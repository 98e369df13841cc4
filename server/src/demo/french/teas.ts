import { agent, note, type Script, sometimes, visitor } from '../script.ts'

const forTheEvening: Script = (s) => ({
  path: '/thes',
  lines: [
    visitor(
      `${s.hello}, que me conseillez-vous le soir, sans théine, mais pas une tisane qui sent la pharmacie ?`,
      [`${s.hello},`, 'Je dors mal. Vous auriez quelque chose à boire après le dîner ?'],
      `${s.hello} ! Je cherche quelque chose pour le soir, pour ma mère. Elle n’aime pas la camomille.`,
    ),
    agent(
      `${s.back}, ici ${s.agent}. Le tilleul du Ventoux, sans hésiter : du miel clair, de l’herbe coupée, et un sommeil de plomb.`,
      `${s.back} ! Notre tilleul : on le sert après le dîner à tous ceux qui disent mal dormir.`,
    ),
    visitor('Cela me tente. C’est facile à préparer ?', 'Ça a l’air très bien. Combien de temps faut-il infuser ?'),
    agent(
      'Deux grammes par tasse, une eau frémissante, six minutes. On peut l’oublier dix, il ne devient jamais amer.',
      'Six minutes dans une eau à 95 °C, c’est tout. Laissez la fenêtre entrouverte, c’est encore meilleur.',
    ),
    visitor(
      'Vendu ! J’en prends deux sachets.',
      'Merci, j’essaie ce soir même.',
      'Mettez-m’en un de côté, je passe samedi 🙂',
    ),
    agent('Avec plaisir, dormez bien.', 'Entendu. Belle soirée à vous.'),
  ],
})

const howToBrew: Script = (s) => ({
  path: s.tea.path,
  lines: [
    visitor(
      `${s.hello}, ${s.tea.the} que j’ai acheté chez vous est très amer. Je fais sûrement quelque chose de travers ?`,
      `${s.hello}, à quelle température faut-il faire ${s.tea.the} ? L’étiquette est partie au lavage.`,
      [`${s.hello}`, `Combien de temps pour ${s.tea.the} ?`, 'Merci d’avance'],
    ),
    agent(
      `${s.back}, pour une tasse : ${s.tea.brewing}. Surtout, n’attendez pas que l’eau bouille pour de bon.`,
      `${s.back} ! ${s.tea.brewing}, et une eau peu minérale. Au-delà, il se venge.`,
    ),
    visitor(
      'Eau du robinet, bien bouillante… Je vois le problème.',
      'Ah, je laissais dix minutes.',
      'Je n’ai pas de thermomètre, comment faire ?',
    ),
    agent(
      'Une astuce sans thermomètre : quand les bulles ont la taille d’un grain de riz, c’est bon. Et sortez les feuilles à temps.',
      'Laissez reposer la bouilloire ouverte trois minutes, puis goûtez toutes les trente secondes : vous verrez, ce n’est plus le même thé.',
    ),
    visitor('J’ai essayé : cela n’a rien à voir ! Merci.', 'Je tente demain matin. Merci pour le conseil.', 'Merci 🍵'),
    sometimes(agent('Bonne tasse !', 'Dites-nous ce que cela donne.')),
  ],
})

const insteadOfCoffee: Script = (s) => ({
  path: '/thes',
  lines: [
    visitor(
      `${s.hello}, j’arrête le café (médecin…). Il me faut un thé qui réveille vraiment.`,
      `${s.hello}, lequel de vos thés a le plus de caractère ? Je bois surtout du café serré.`,
    ),
    agent(
      `${s.back}, courage ! Le fumé des Veilleurs pour le caractère, le darjeeling de printemps pour le réveil en douceur.`,
      `${s.back}, deux pistes : le fumé des Veilleurs (résine, pruneau, cacao), et le darjeeling, plus vif.`,
    ),
    visitor('Fumé comme du saumon ?', 'Et si je n’aime ni l’un ni l’autre ?', 'J’hésite…'),
    agent(
      'Le plus simple est de goûter : je vous glisse un échantillon de chaque dans le prochain colis.',
      'Goûtez avant de choisir : deux échantillons vous attendent, offerts.',
    ),
    visitor('D’accord pour les échantillons, merci.', 'Bon, je me lance. Merci !', 'Volontiers !'),
    agent('C’est parti. Tenez-nous au courant de la première semaine sans café !', 'Très bien, à bientôt.'),
  ],
})

const inStock: Script = (s) => ({
  path: s.tea.path,
  lines: [
    visitor(
      `${s.hello}, quand aurez-vous de nouveau ${s.tea.the} ? Il n’y en avait plus ${s.day}.`,
      `${s.hello}, il vous reste ${s.tea.the} ?`,
    ),
    agent(
      `${s.back}, la caisse est arrivée ce matin. Combien vous en faut-il ?`,
      `${s.back}, il en reste neuf sachets. Combien vous en mets-je de côté ?`,
    ),
    visitor(`${s.count}, si possible.`, 'Deux pour moi, un pour la voisine qui me le pique.', 'Un seul, pour goûter.'),
    agent('C’est fait. Retrait en boutique ou envoi ?', 'Très bien. On vous l’envoie, ou vous passez ?'),
    visitor(`Envoi à ${s.town}, s’il vous plaît.`, `Je passe ${s.day}. Au nom de ${s.surname}.`),
    agent('Noté. Merci, et à bientôt !', 'C’est entendu. Bonne journée.'),
    note(`Sachets réservés (${s.surname}).`),
  ],
})

const withoutCaffeine: Script = (s) => ({
  path: '/thes',
  lines: [
    visitor(
      `${s.hello}, ma sœur est enceinte : lesquels de vos thés peut-elle boire ?`,
      `${s.hello}, est-ce que ${s.tea.the} contient beaucoup de théine ? C’est pour une future maman.`,
    ),
    agent(
      `${s.back}, félicitations à elle ! Le tilleul n’a pas de théine du tout. Pour les autres, sa sage-femme saura mieux que nous.`,
      `${s.back} ! Tous nos thés en contiennent, sauf le tilleul. Demandez tout de même l’avis d’un médecin.`,
    ),
    visitor(
      'Alors ce sera le tilleul. Merci de votre franchise.',
      'Merci, on va demander.',
      'Merci ! Tilleul, donc, pendant neuf mois 😄',
    ),
    agent('Beaucoup de bonheur à eux trois.', 'Qu’elle prenne bien soin d’elle.'),
  ],
})

const toChoose: Script = (s) => ({
  path: s.tea.path,
  lines: [
    visitor(
      `${s.hello}, quelle différence entre ${s.tea.the} et ${s.otherTea.the} ? Je n’arrive pas à choisir.`,
      `${s.hello}, je voudrais offrir un thé à quelqu’un qui adore ${s.otherTea.the}. Que prendre d’autre ?`,
    ),
    agent(
      `${s.back} ! Tout dépend du moment : plutôt le matin, ou plutôt l’après-midi ?`,
      `${s.back}, l’un se boit en silence, l’autre en bavardant. Ce serait pour quelle heure de la journée ?`,
    ),
    visitor(
      'L’après-midi, avec un livre.',
      'Le matin, avant tout le monde.',
      'Vers 17 h, avec quelque chose de sucré.',
    ),
    agent(
      `Alors ${s.tea.the}. Et si ce n’est pas le bon, rapportez le sachet ouvert, on vous l’échange.`,
      `Je dirais ${s.tea.the}. Je glisse un échantillon de l’autre pour comparer.`,
    ),
    visitor('Volontiers, merci.', 'Très bien, je vous fais confiance.', 'Parfait, j’en prends 100 g.'),
    sometimes(agent('Merci à vous. Bonne dégustation !', 'C’est noté, à très vite.')),
  ],
})

export const teaTalks: Script[] = [forTheEvening, howToBrew, insteadOfCoffee, inStock, withoutCaffeine, toChoose]
