import type { ShopWords } from '../fr/pages.ts'
import { pieces, teas } from './goods.ts'

export const en: ShopWords = {
  house: 'Maison Tilleul',
  trade: 'Tea and ceramics',
  skip: 'Skip to content',
  promo: 'Free delivery from €60 in France · There is a cup waiting for you in the shop',
  otherLanguage: { name: 'Français', hint: 'Cette page en français' },
  navigation: 'Departments',
  nav: { teas: 'Teas', ceramics: 'Ceramics', workshops: 'Workshops', delivery: 'Delivery' },
  path: 'You are here',
  start: 'Home',

  home: {
    title: 'Tea and ceramics',
    description: 'Teas chosen from nine growing families, and something to drink them from, thrown by hand in Nantes.',
    eyebrow: 'Nantes and Brighton, since 1994',
    heading: 'An hour of quiet, served warm.',
    text: 'Teas chosen from nine growing families, and something to drink them from: pots and cups thrown by hand in the workshop across the yard.',
    toTeas: 'See the teas',
    toWorkshops: 'Come to the workshop',
    shelf: 'What we are drinking this week',
    all: 'All teas',
    steps: {
      heading: 'Here, you shop by talking',
      text: 'No basket: somebody from the shop answers you and takes care of the rest.',
      list: [
        {
          heading: 'Tell us what you like',
          text: 'Morning or evening, with or without caffeine, for you or for a friend. The name of a tea will do as well.',
        },
        {
          heading: 'We answer',
          text: 'The chat is at the bottom right of every page. Write, keep the tab open, or come back later.',
        },
        {
          heading: 'We put it aside',
          text: 'Forty-eight hours in the shop, or a parcel that leaves the same day if you write before 3 pm.',
        },
      ],
    },
    workshop: {
      eyebrow: 'The workshop',
      heading: 'Twelve days from a ball of clay to a cup.',
      text: 'Throw, dry, fire, glaze, fire again. The door at the back is open on Saturdays: come and watch, or get your hands dirty.',
      link: 'This month’s workshops',
    },
    guestbook: {
      heading: 'From the guest book',
      entries: [
        {
          text: 'I asked for a tea that tastes like rain. They answered in four minutes, and it was the right one.',
          by: 'Solène, Rezé',
        },
        {
          text: 'The teapot came on a Tuesday with a cracked lid. The new one was here on Thursday, with a note from the postman to say sorry.',
          by: 'Idriss, Lyon',
        },
        { text: 'Came for an hour, went home with a crooked bowl. It is my favourite.', by: 'Hannah, Hove' },
      ],
    },
    shops: 'Where to find us',
  },

  shops: [
    {
      name: 'Nantes',
      lines: ['4, passage du Tilleul, 44000 Nantes', 'Tuesday to Saturday, 10 am to 7 pm', '+33 2 61 91 44 07'],
    },
    {
      name: 'Brighton',
      lines: ['18 Linden Yard, Brighton BN1', 'Wednesday to Sunday, 10 am to 6 pm', '01632 960 418'],
    },
    {
      name: 'By message',
      lines: ['At the bottom right of this page', 'Every day, 9 am to 7 pm', 'In French and in English'],
    },
  ],

  teasPage: {
    title: 'Teas and infusions',
    description: 'Six teas and infusions, where they come from and how to brew them.',
    text: 'Six, not sixty. We taste about a hundred lots a year and keep the ones we want to drink again the next day.',
    brewing: {
      heading: 'Brewing well',
      text: 'For a 20 cl cup. Soft water changes everything; the rest is a matter of taste.',
      caption: 'Amount, water and time for each tea',
      tea: 'Tea',
      dose: 'Leaf',
      water: 'Water',
      time: 'Time',
    },
    hint: {
      heading: 'Can’t decide?',
      text: 'Tell us three things you like to eat and we will work out a tea. It nearly always works.',
    },
  },
  teas,

  ceramicsPage: {
    title: 'Ceramics',
    description: 'Teapots, cups, bowls and vases thrown by hand in our Nantes workshop.',
    text: 'Thrown in Nantes, glazed with whatever the garden gives. No two pieces are quite alike: ask us to describe the one that would be yours.',
    care: {
      heading: 'Keeping them for years',
      list: [
        {
          heading: 'Before the first cup',
          text: 'Leave the piece in lukewarm water overnight. The crackle in the glaze closes and will not stain.',
        },
        {
          heading: 'Every day',
          text: 'Hot water is enough. Porcelain can go in the dishwasher; stoneware and red clay prefer the sink.',
        },
        {
          heading: 'If it breaks',
          text: 'Keep the pieces. We mend our own pots with lacquer once a quarter, for the price of the lacquer.',
        },
      ],
    },
  },
  pieces,

  good: {
    price: 'Price',
    for: (quantity) => `for ${quantity}`,
    origin: 'Origin',
    brewing: 'Brewing',
    brew: (celsius, minutes) => `${celsius} °C, ${minutes}`,
    material: 'Material',
    size: 'Size',
    grams: (grams) => `${grams} g`,
    celsius: (celsius) => `${celsius} °C`,
    minutes: (minutes, seconds) =>
      seconds === 0 ? `${minutes} min` : `${minutes === 0 ? '' : `${minutes} min `}${seconds} s`,
    ask: {
      heading: 'Like the look of it?',
      tea: 'Tempted?',
      text: 'Write its name in the chat at the bottom right. We will tell you whether there is one left, and put it aside for forty-eight hours.',
    },
    others: 'Next to it on the shelf',
    delivery: 'Delivery and returns',
  },

  workshopsPage: {
    title: 'Workshops',
    description: 'Throwing, glazing, tasting: the Maison Tilleul workshops, in Nantes and Brighton.',
    text: 'Six to eight people, clay and firings included. What you throw is fired within three weeks and waits for you in the shop.',
    place: (where, when) => `${where}, ${when}`,
    list: [
      {
        name: 'First bowl',
        text: 'Centre the clay, open it, pull it up. You spoil the first one and keep the second.',
        where: 'Nantes',
        when: 'Saturdays 10 am to 12.30 pm',
        cents: 6500,
        places: 6,
      },
      {
        name: 'A glazing evening',
        text: 'Dip, pour, resist with wax. Three biscuit-fired pieces are waiting for you, or bring your own.',
        where: 'Nantes',
        when: 'Thursdays 6.30 pm to 8.30 pm',
        cents: 4800,
        places: 8,
      },
      {
        name: 'Five teas, no labels',
        text: 'Five cups and no names. You describe, you guess wrong, you laugh, then you turn the labels over.',
        where: 'Nantes and Brighton',
        when: 'Fridays 6 pm to 7.30 pm',
        cents: 2900,
        places: 8,
      },
      {
        name: 'Four hands',
        text: 'One grown-up, one child of six or more, a single ball of clay. Aprons advised for both.',
        where: 'Brighton',
        when: 'Wednesdays 2.30 pm to 4 pm',
        cents: 3800,
        places: 6,
      },
    ],
    places: (places) => `${places} places`,
    booking: {
      heading: 'Booking',
      text: 'Write to us with the workshop and the week that suit you. We hold your place while you make up your mind, until the evening before.',
    },
    questions: {
      heading: 'People often ask',
      list: [
        {
          question: 'Do I need to know how to throw?',
          answer: 'No. Half of those who come have not touched clay since school.',
        },
        {
          question: 'Can I cancel?',
          answer:
            'Until the evening before, free of charge. On the day the place is lost, but we still owe you the clay.',
        },
        {
          question: 'Can I give one as a present?',
          answer: 'We write a card by hand, good for a year, for whichever workshop you choose.',
        },
        {
          question: 'Is the workshop accessible by wheelchair?',
          answer: 'In Brighton, yes. In Nantes there is a twelve-centimetre step: tell us and we put the ramp down.',
        },
      ],
    },
  },

  deliveryPage: {
    title: 'Delivery and returns',
    description: 'How long parcels take, what they cost, and returns at Maison Tilleul.',
    text: 'We pack in rye straw and paper. If a parcel arrives broken, a word is enough.',
    caption: 'Delivery time, price and free delivery by country',
    to: 'To',
    days: 'Takes',
    price: 'Price',
    free: 'Free from',
    zones: [
      { to: 'France', days: '2 working days', cents: 590, freeFromCents: 6000 },
      { to: 'United Kingdom, from Brighton', days: '2 working days', cents: 650, freeFromCents: 7000 },
      { to: 'Belgium, Luxembourg, Switzerland', days: '3 to 4 working days', cents: 850, freeFromCents: 8000 },
      { to: 'The rest of Europe', days: '5 working days', cents: 1200, freeFromCents: 12000 },
    ],
    amends: 'If something is not right',
    returns: {
      heading: 'Changing your mind',
      text: 'Thirty days for ceramics, in their straw or nearly. Opened teas stay with you; a sealed packet comes back, no questions asked.',
    },
    broken: {
      heading: 'Broken on the way',
      text: 'Tell us within seven days, in the chat or at hello@maison-tilleul.example. The same piece leaves the next day, or its sister.',
    },
    questions: {
      heading: 'People often ask',
      list: [
        {
          question: 'Where is my parcel?',
          answer: 'Give us the number at the top of the slip, it begins with MT. We look it up there and then.',
        },
        {
          question: 'Can I collect from the shop?',
          answer:
            'Yes, in Nantes and in Brighton, the same day if the piece is there. We keep it for forty-eight hours.',
        },
        {
          question: 'Do you wrap presents?',
          answer: 'A cotton furoshiki for €4, or paper and string for nothing.',
        },
      ],
    },
  },

  notFound: {
    title: 'Empty shelf',
    text: 'There is nothing at this address. The piece may have gone home with somebody.',
    link: 'Back to the front of the shop',
  },

  notReady: {
    title: 'The shop opens soon',
    text: 'This page shows a made-up shop with your widget on it. It still lacks a channel: this server is waiting for its first organisation.',
    link: 'Set Comptoir up',
  },

  footer: {
    shops: 'Shops',
    help: 'Help',
    invented: 'Maison Tilleul does not exist: this is a page to try the Comptoir widget on a real site.',
    toConsole: 'Open the console',
  },
}
