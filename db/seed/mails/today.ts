import { ago, type Conversation, they } from '../story.ts'

/** What came in during the last hours, and nobody has looked at yet. */
export const TODAY: readonly Conversation[] = [
  {
    from: 'Chloe Marchetti <chloe.marchetti@northmail.example>',
    subject: 'Balayage on {day+4}?',
    begins: ago(12),
    turns: [
      they(
        `Hi Mara!

Could I book a balayage for {date+4} at 2pm? It's my birthday that weekend and I'd love to have it done by then. You can reach me on 07700 900361 (new number!).

Thanks,
Chloe`,
      ),
    ],
  },
  {
    from: 'Zoë Lambert <zoe.lambert@northmail.example>',
    subject: 'Can we reschedule {day+1}?',
    begins: ago(34),
    turns: [
      they(
        `Hello, I'm so sorry, my train back is cancelled and I won't make my appointment on {date+1}. Could I reschedule to {date+3}, any time after 3pm?

Zoë`,
      ),
    ],
  },
  {
    from: 'Freya Lindholm <freya@lindholm-studio.example>',
    subject: 'Hair for a photo shoot, could you quote?',
    begins: ago(71),
    turns: [
      they(
        `Hello,

I'm a photographer round the corner from you and I'm putting together a shoot on {date+9}. Could you give me a quote for hair styling for three models, about half a day? I have a budget of £350.

If you are interested, ring me on 07700 900374, I'm in the studio all afternoon.

Best wishes
Freya Lindholm
Lindholm Studio`,
      ),
    ],
  },
  {
    from: 'Harriet Lowe <harriet.lowe@postbox.example>',
    subject: 'Disappointed',
    begins: ago(128),
    turns: [
      they(
        `Hi,

I'm really disappointed with the cut I got on {day-1}. The left side is clearly longer than the right, I only noticed when I got home and my sister measured it. For £62 I expected better, and I would like you to put it right.

Harriet`,
      ),
    ],
  },
  {
    from: 'Nils Berger <nils.berger@kestrelworks.example>',
    subject: 'Do you do hot towel shaves?',
    begins: ago(186),
    turns: [
      they(
        `Hello, do you offer hot towel shaves? And should I let it grow for a few days before I come?\n\nThanks\nNils`,
      ),
    ],
  },
  {
    from: 'Owen Hargreaves <owen.hargreaves@hearth.example>',
    subject: 'First visit',
    begins: ago(243),
    turns: [
      they(
        `Good morning,

I have just moved here and my neighbour Beatrice Holloway says that you are the only one she lets near her hair. Could I make an appointment for a haircut on {date+2} at 10.30? My phone is 07700 900382.

Regards
Owen Hargreaves`,
      ),
    ],
  },
  {
    from: 'Miller & Finch Accountants <office@millerfinch.example>',
    subject: 'Invoice 2291 for the last quarter',
    begins: ago(305),
    turns: [
      they(
        `Dear Mara,

Please find below the details of our invoice 2291 for bookkeeping in the last quarter: £420.00, payable within 14 days to the account you know.

With kind regards
Susan Finch
Miller & Finch Accountants
020 7946 0388`,
      ),
    ],
  },
]
