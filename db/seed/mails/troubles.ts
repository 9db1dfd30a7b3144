import { type Conversation, close, look, on, they, theyAdd, theyAnswer, we } from '../story.ts'

/** What went wrong, and what has to be paid. */
export const TROUBLES: readonly Conversation[] = [
  {
    from: 'Victoria Ashe <v.ashe@ashegallery.example>',
    subject: 'Not happy with my colour',
    begins: on(-13, '10:48'),
    turns: [
      they(
        `Dear Mara,

I am sorry to have to write this, but I am really unhappy with my colour from {date-15}. It has gone brassy after two washes and I have an opening on {day-10}. I paid £120 and this is not what we agreed on. Please let me know what you are going to do about it.

Victoria Ashe
Ashe Gallery`,
      ),
      we(
        1,
        `Dear Victoria,

I am sorry, that is not how it should look. Please come in on {date-12} at 9 and I will put it right myself, at no charge, in time for your opening.

Mara Lindqvist
Salon Lumen`,
      ),
      theyAnswer(2, `Thank you for the quick answer. I will be there at 9.\n\nV.A.`),
      theyAdd(
        31,
        `Mara, it looks wonderful now. I was upset, and you were very gracious. Come to the opening if you can.\n\nVictoria`,
      ),
      we(2, `Dear Victoria,\n\nI would love to. I am glad that you told me.\n\nMara`),
      close(1),
    ],
  },
  {
    from: 'Theresa Quinn <theresa.quinn@hearth.example>',
    subject: 'Waited 40 minutes',
    begins: on(-7, '13:40'),
    turns: [
      they(
        `To whom it may concern,

My appointment today was at 12 and I was in the chair at 12.40. Nobody said a word to me until I asked. I have been coming to you for two years and I expected better. I would like an explanation.

Theresa Quinn`,
      ),
      we(
        4,
        `Dear Theresa,

You are right, and I apologise. A colour before you took longer than planned, and somebody should have told you so at once. Your next blow dry is on us.

Mara Lindqvist
Salon Lumen`,
      ),
      theyAnswer(20, `Apology accepted. T. Quinn`),
      close(2),
    ],
  },
  {
    from: 'Lucy Fairweather <lucy.fairweather@postbox.example>',
    subject: 'Charged twice?',
    begins: on(-5, '08:31'),
    turns: [
      they(
        `Hi Mara,

I've just looked at my bank statement and it seems I paid twice for my visit on {date-8}, two payments of £62 within a minute. Could you check and refund one of them please?

Thanks
Lucy`,
      ),
      we(
        3,
        `Hi Lucy,\n\nThe card machine hiccuped and charged you twice, I am sorry. One £62 is on its way back, it takes three days or so.\n\nMara`,
      ),
      theyAnswer(1, `Thanks for sorting that so quickly!`),
      close(70),
    ],
  },
  {
    from: 'Wildmoor Accounts <accounts@wildmoor.example>',
    subject: 'Invoice 20418, payment reminder',
    begins: on(-6, '09:00'),
    turns: [
      they(
        `Dear customer,

According to our records, invoice 20418 of £312.40 was due on {date-9} and has not been paid yet. Please arrange payment within seven days. If you have paid in the meantime, please disregard this reminder.

Kind regards
Accounts Receivable
Wildmoor Haircare Ltd`,
      ),
      look(2),
    ],
  },
  {
    from: 'Simone Baptiste <simone.baptiste@hearth.example>',
    subject: 'Receipt for my employer',
    begins: on(-2, '11:55'),
    turns: [
      they(
        `Hello Mara, could you send me a receipt for the £85 I paid on {date-4}? My company pays for it because of the photographs, and the accountant is strict.

Simone`,
      ),
    ],
  },
]
