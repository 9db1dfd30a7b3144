import { type Conversation, close, on, they, theyAnswer, we } from '../story.ts'

/** People who would like to know something. */
export const QUESTIONS: readonly Conversation[] = [
  {
    from: 'Gwen Pritchard <gwen.pritchard@hearth.example>',
    subject: 'Parking near the salon?',
    begins: on(-16, '15:10'),
    turns: [
      they(
        `Hello, my hip is not what it was. Is there anywhere to park close to the salon now that they have dug up the square? Do I need a permit?

Gwen Pritchard`,
      ),
      we(
        2,
        `Hello Gwen,

There are two free bays in Miller's Yard behind us, no permit needed, and the back door has no step. Ring the bell and somebody will come.

Mara`,
      ),
      theyAnswer(1, `Wonderful, I never knew about the back door.\nGwen`),
      close(1),
    ],
  },
  {
    from: 'Amara Nwosu <amara.nwosu@postbox.example>',
    subject: 'Which shampoo was it?',
    begins: on(-14, '21:36'),
    turns: [
      they(
        `Hi! What was the shampoo you used on me last time, the one that smelled of figs? And do you sell it? My curls have never been this happy.

Amara`,
      ),
      we(
        11,
        `Hi Amara,\n\nThat was the Fig & Oat from Wildmoor, £16 for the small one. I have put one aside for you.\n\nMara`,
      ),
      theyAnswer(2, `You are the best, I'll pick it up on Saturday!`),
      close(1),
    ],
  },
  {
    from: 'Laila Haddad <laila.haddad@brightwater.example>',
    subject: 'Private room?',
    begins: on(-12, '10:25'),
    turns: [
      they(
        `Dear Salon Lumen,

I wear a headscarf and would prefer to have my hair cut where nobody can look in. Do you have a room or a time for that?

Thank you
Laila Haddad`,
      ),
      we(
        2,
        `Dear Laila,

Yes, there is a closed room upstairs with a basin of its own, and Priya and I are both happy to look after you there. Just say "upstairs" when you book.

Mara Lindqvist
Salon Lumen`,
        ['create_deal'],
      ),
      theyAnswer(
        3,
        `Thank you, that is such a relief. I would like to come on {date-6} at 12 then, upstairs :)\n\nLaila`,
      ),
      we(1, `{day-6} at 12, upstairs.\n\nMara`),
      close(1),
    ],
  },
  {
    from: 'Tomasz Nowak <tomasz.nowak@northmail.example>',
    subject: 'Do you have gift vouchers',
    begins: on(-7, '18:52'),
    turns: [
      they(
        `Good evening, do you sell gift vouchers? I need one for my wife's birthday, for 80 pounds, and I would have to pick it up on {date-5} on my way from work, about 6. Are you still open then?

Tomasz`,
      ),
      we(
        14,
        `Good morning Tomasz,\n\nWe do, in a rather nice envelope, and we are here until 7. It will be at the front desk in your name.\n\nMara`,
        ['request_appointment'],
      ),
      theyAnswer(1, `Great thank you`),
      close(1),
    ],
  },
  {
    from: 'Anneliese Vogt <anneliese.vogt@northmail.example>',
    subject: 'Patch test before colour?',
    begins: on(-3, '20:14'),
    turns: [
      they(
        `Hello Mara,

I had a reaction to a hair dye years ago. Do I need a patch test before my full colour on {date+6}, and if so, when should I come by?

Greetings
Anneliese`,
      ),
      we(
        13,
        `Hello Anneliese,

Yes, 48 hours before at the latest, and thank you for telling me. Come by any time until {day+3}, it takes five minutes.

Mara
Salon Lumen`,
        ['request_appointment'],
      ),
    ],
  },
  {
    from: 'Olivia Sørensen <olivia.sorensen@northmail.example>',
    subject: 'Opening hours on the bank holiday',
    begins: on(-1, '12:12'),
    turns: [
      they(
        `Hi, are you open on the bank holiday Monday? And do you know yet what your hours are between Christmas and New Year?\n\nThanks, Olivia`,
      ),
    ],
  },
]
