import { type Conversation, close, look, on, they, theyAnswer, we } from '../story.ts'
import { BROKEN_PARTS, LOOKBOOK, NEWSLETTER } from './parts.ts'

const letter = (parts: { contentType: string; body: string }, headers: readonly string[] = []) => ({
  kind: 'they' as const,
  after: 0,
  text: parts.body,
  quotes: false,
  contentType: parts.contentType,
  headers,
})

/** Whoever else writes to a salon. */
export const OTHERS: readonly Conversation[] = [
  {
    from: 'Hairdressing Weekly <newsletter@hairdressingweekly.example>',
    subject: 'This week: seven fringes for the new season',
    begins: on(-15, '06:30'),
    turns: [
      letter(NEWSLETTER, [
        'List-Id: <weekly.hairdressingweekly.example>',
        'List-Unsubscribe: <https://hairdressingweekly.example/unsubscribe?u=8812>',
        'Precedence: bulk',
      ]),
      close(3),
    ],
  },
  {
    from: 'Wildmoor Haircare <hello@wildmoor.example>',
    subject: 'Wildmoor autumn lookbook: your trade prices inside',
    begins: on(-4, '07:00'),
    turns: [
      letter(LOOKBOOK, ['List-Unsubscribe: <https://wildmoor.example/unsubscribe?u=204>', 'Precedence: bulk']),
      look(5),
    ],
  },
  {
    from: 'Jake Turner <jake.turner@growthrocket.example>',
    subject: 'Quick question about Salon Lumen',
    begins: on(-14, '08:08'),
    turns: [
      they(
        `Hi there,

I came across Salon Lumen and was impressed. We help salons like yours get 30 to 50 new clients a month with our done-for-you marketing. Our clients see a 4x return on their ad spend within 90 days.

Do you have 15 minutes this week for a quick call, so that I can show you how it works? No obligation.

Best
Jake Turner
Senior Growth Partner, GrowthRocket`,
      ),
      close(25),
    ],
  },
  {
    from: 'Melanie Hart <melanie.hart@gleamsupplies.example>',
    subject: 'A better price on your foils and towels',
    begins: on(-2, '09:44'),
    turns: [
      they(
        `Dear Salon Lumen team,

I am the new area manager of Gleam Salon Supplies. We currently offer independent salons 25% off their first order of foils, towels and disposables, with free delivery over £150. Many salons in your area have already switched to us.

May I drop by next week with samples? I would be delighted to introduce our range.

Kind regards
Melanie Hart
Area Manager, Gleam Salon Supplies`,
      ),
      look(4),
    ],
  },
  {
    from: 'Prize Department <winner@lucky-draw-77.example>',
    subject: 'CONGRATULATIONS!!! You have been selected',
    begins: on(-10, '03:14'),
    turns: [
      they(
        `DEAR LUCKY WINNER,

Your email address was selected in our international draw and you have WON the sum of $850,000.00 (eight hundred and fifty thousand dollars). To claim your prize, send us your full name, bank details and a processing fee of $250 by Bitcoin within 48 hours.

ACT NOW! This offer expires soon. Click here to claim: http://lucky-draw-77.example/claim

Mr. Desmond Prize
Claims Agent`,
      ),
      close(7, 'spam'),
    ],
  },
  {
    from: 'Mail Support <security@mailbox-verify.example>',
    subject: 'Your mailbox is almost full, verify your account',
    begins: on(-1, '04:41'),
    turns: [
      they(
        `Dear user,

Your mailbox storage has reached 98%. You will stop receiving emails within 24 hours. Click the link below to verify your account and enter your password to get 5 GB of extra storage for free:

http://mailbox-verify.example/login

Ignore this message and your account will be suspended.

IT Help Desk`,
      ),
    ],
  },
  {
    from: 'Elif Yıldız <elif.yildiz@northmail.example>',
    subject: 'Application as a junior stylist',
    begins: on(-8, '14:00'),
    turns: [
      they(
        `Dear Mara Lindqvist,

I would like to apply for a position as a junior stylist in your salon. I finished my Level 3 diploma in July and have worked on Saturdays at a barber's for two years. I love colour work, and I live fifteen minutes away by bicycle.

I would be glad to come in for a trial day. My CV can be sent at once, and you can reach me on 07700 900350.

Kind regards
Elif Yıldız`,
      ),
      we(
        22,
        `Dear Elif,

Thank you for writing such a good letter. We are looking for somebody from next month. Would you come for a trial day on {date+5}, 9 to 3, with lunch on us?

Mara Lindqvist
Salon Lumen`,
      ),
      theyAnswer(1, `Dear Mara,\n\nYes, with pleasure! I will bring my scissors.\n\nElif`),
      close(2),
    ],
  },
  {
    from: 'Lantern Street Market <stalls@lanternmarket.example>',
    subject: 'Winter market, pitch for Salon Lumen',
    begins: on(-5, '10:10'),
    turns: [letter(BROKEN_PARTS), look(3)],
  },
  {
    from: 'Hannah Lindqvist <hannah.lindqvist@northmail.example>',
    subject: 'Sunday lunch',
    begins: on(-4, '19:03'),
    turns: [
      they(
        `Mara! You never answer your phone so I try the salon. Lunch on Sunday at ours, one o'clock, the boys have learnt a song and there is no way around it.

Hannah x`,
      ),
      we(14, `Would not miss it. I bring the cake.\n\nM x`),
      close(1),
    ],
  },
]
