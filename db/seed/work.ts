import { ago, type Job, on, type Prospect } from './story.ts'

/** What the salon wrote down by itself; more tasks come from the mails. Days to do something are calendar days from today. */
export const TO_DO: readonly Job[] = [
  { title: 'Ring the plumber about the second basin', begins: on(-7, '17:10'), dueInDays: -2 },
  {
    title: 'Ask Margaret about her new glasses before the cut',
    who: 'Margaret Dunn',
    begins: on(-4, '09:20'),
    dueInDays: -1,
  },
  { title: 'Order Fern and two more greens for the nail bar', begins: on(-5, '16:00'), dueInDays: 0 },
  {
    title: 'Send Emma the list of what to bring to the trial',
    who: 'Emma Sutherland',
    begins: on(-3, '10:15'),
    dueInDays: 0,
  },
  { title: 'Cash up and take the float to the bank', begins: ago(200), dueInDays: 0 },
  {
    title: 'Write to Bridget again about the home visits',
    who: 'Bridget Amory',
    begins: on(-2, '12:00'),
    dueInDays: 1,
  },
  { title: 'Find a second stylist for the theatre', begins: on(-9, '18:30'), dueInDays: 4 },
  {
    title: 'Lay out lunch and a station for Elif’s trial day',
    who: 'Elif Yıldız',
    begins: on(-6, '14:45'),
    dueInDays: 6,
  },
  { title: 'Renew the music licence', begins: on(-10, '09:05'), dueInDays: 19 },
  { title: 'Think about opening on Mondays in December', begins: on(-12, '20:00') },
  { title: 'Put the ivy picture on the wall', begins: on(-8, '13:00') },
  {
    title: 'Put one Fig & Oat aside',
    who: 'Amara Nwosu',
    begins: on(-13, '08:40'),
    dueInDays: -15,
    done: on(-12, '12:05'),
  },
  {
    title: 'Make out the voucher, £80',
    who: 'Tomasz Nowak',
    begins: on(-6, '09:30'),
    dueInDays: -7,
    done: on(-6, '16:00'),
  },
  {
    title: 'Refund £62 by card',
    who: 'Lucy Fairweather',
    begins: on(-5, '11:40'),
    dueInDays: -6,
    done: on(-5, '11:55'),
  },
  { title: 'Order foils and developer', begins: on(-15, '09:00'), dueInDays: -18, done: on(-14, '10:30') },
  { title: 'Have the scissors sharpened', begins: on(-18, '18:00'), dueInDays: -20, done: on(-13, '17:45') },
  {
    title: 'Flowers for Victoria’s opening',
    who: 'Victoria Ashe',
    begins: on(-11, '12:00'),
    dueInDays: -13,
    done: on(-10, '11:00'),
  },
  {
    title: 'New number into the phone',
    who: 'Isla McKenzie',
    begins: on(-8, '17:40'),
    dueInDays: -10,
    done: on(-7, '09:00'),
  },
]

/** What may become income, and how far it has come. */
export const PROSPECTS: readonly Prospect[] = [
  {
    who: 'Emma Sutherland',
    title: 'Wedding at Harrow Barn, six heads',
    amount: '640.00',
    begins: on(-17, '11:00'),
    moves: [
      ['Quote sent', on(-17, '11:05')],
      ['Won', on(-15, '10:00')],
    ],
  },
  {
    who: 'Harbour Street Theatre',
    title: 'Twelve evenings of 1940s hair',
    amount: '1450.00',
    begins: on(-14, '11:30'),
    moves: [['Quote sent', on(-14, '11:35')]],
  },
  {
    who: 'Imogen Clarke',
    title: 'Keratin treatment',
    amount: '180.00',
    begins: on(-11, '10:00'),
    moves: [['Won', on(-10, '21:00')]],
  },
  {
    who: 'Bridget Amory',
    title: 'Home visits for her mother, six months',
    amount: '624.00',
    begins: on(-10, '18:20'),
    moves: [['Talking', on(-8, '15:30')]],
  },
  {
    who: 'Callum Strand',
    title: 'A day on set',
    amount: '420.00',
    begins: on(-8, '13:30'),
    moves: [
      ['Quote sent', on(-8, '13:35')],
      ['Lost', on(-7, '10:00')],
    ],
  },
  {
    who: 'Nadia Rahman',
    title: 'From brown to cool blonde, three sessions',
    amount: '495.00',
    begins: on(-6, '17:00'),
    moves: [['Talking', on(-6, '17:05')]],
  },
  {
    who: 'Emily Carrow',
    title: 'Monthly blow dries for the flower shop',
    amount: '360.00',
    begins: on(-11, '16:30'),
    moves: [['Talking', on(-5, '12:10')]],
  },
  {
    who: 'Victoria Ashe',
    title: 'Hair for four gallery openings',
    amount: '520.00',
    begins: on(-9, '10:40'),
    moves: [['Quote sent', on(-3, '15:45')]],
  },
  { who: 'Priyanka Shah', title: 'Office hair day at Shah & Co', amount: '275.00', begins: on(-4, '18:15'), moves: [] },
  {
    who: 'Eleanor Frost',
    title: 'Package of ten blow dries',
    amount: '380.00',
    begins: on(-7, '09:20'),
    moves: [['Won', on(-2, '09:50')]],
  },
]
