import { type Conversation, close, look, on, they, theyAdd, theyAnswer, we } from '../story.ts'

/** People who ask what it would cost: what may become income. */
export const ENQUIRIES: readonly Conversation[] = [
  {
    from: 'Emma Sutherland <emma.sutherland@northmail.example>',
    subject: 'Wedding party of six: prices?',
    begins: on(-18, '19:22'),
    turns: [
      they(
        `Hello,

I'm getting married at Harrow Barn in the spring and I'm looking for someone to do hair for me, four bridesmaids and my mum. Could you give me a quote for bridal hair on the day, plus a trial beforehand? We would need to be finished by 12.30.

We have a budget of about £650 for hair.

Thank you!
Emma Sutherland
07700 900310`,
      ),
      we(
        15,
        `Dear Emma,

Congratulations! For six of you with two stylists at the venue it comes to £640, and that includes your trial here in the salon.

Would you like me to keep the day for you while you think about it?

Mara Lindqvist
Salon Lumen`,
      ),
      theyAnswer(
        28,
        `Hi Mara,

That is exactly what we hoped for. Yes please, keep it! Can we do the trial on {date+4}? I have the day off.

Emma`,
      ),
      we(3, `Dear Emma,\n\nYour trial is on {date+4} at 10. Please bring the veil if you have it by then.\n\nMara`),
      theyAnswer(2, `I will! So excited.\n\nEmma`),
      close(20),
    ],
  },
  {
    from: 'Harbour Street Theatre <production@harbourstreet.example>',
    subject: 'Wigs and styling for a two-week run',
    begins: on(-15, '11:04'),
    turns: [
      they(
        `Dear Salon Lumen,

We are putting on a 1940s piece next month and need somebody to set and maintain the hair of five actors, for twelve performances. What would you charge for this, per performance or as a whole? We can come to you or you could come to us, we are four minutes away.

Kind regards
Jonah Reeve
Production Manager
Harbour Street Theatre
020 7946 0320`,
      ),
      we(
        24,
        `Dear Jonah,

What a lovely thing to be asked. As a whole: £1,450 for twelve evenings, one stylist, with us coming to you at 5.30pm. I attach no small print.

Mara Lindqvist
Salon Lumen`,
      ),
      theyAnswer(
        50,
        `Dear Mara,

Thank you for the quick answer. I have put it before our board, who meet on {date+2}. It looks good from where I sit.

Jonah Reeve
Production Manager
Harbour Street Theatre`,
      ),
      look(1),
    ],
  },
  {
    from: 'Imogen Clarke <imogen.clarke@brightwater.example>',
    subject: 'How much is a keratin treatment?',
    begins: on(-12, '22:17'),
    turns: [
      they(
        `Hi Mara, quick one: how much would a keratin treatment be for hair down to my shoulder blades? And does it really last three months?

Imogen`,
      ),
      we(
        11,
        `Hi Imogen,

For your length it is £180. It lasts about twelve washes less than the box says, so ten weeks if you are kind to it.

Mara`,
      ),
      theyAnswer(9, `Ha, honest as ever. Let's do it. {date-3} in the morning?\n\nImogen`),
      we(2, `{day-3} at 9.30 it is.\n\nMara`),
      close(3),
    ],
  },
  {
    from: 'Bridget Amory <bridget.amory@hearth.example>',
    subject: 'Quote for my mother, at home',
    begins: on(-10, '14:50'),
    turns: [
      they(
        `Good afternoon,

Do you ever do home visits? My mother is 91 and cannot manage the stairs any more. I would like a quote for a wash, cut and set once a fortnight. She lives at 8 Larch Close, ten minutes from you by car.

Many thanks
Bridget Amory
020 7946 0327`,
      ),
      we(
        3,
        `Dear Bridget,

We do, on Tuesdays before we open. It is £48 a visit, and Priya would come, who is very good with people who have opinions about their hair.

Mara
Salon Lumen`,
      ),
      theyAnswer(44, `Thank you, that sounds very fair. I will talk to my brother and let you know.\n\nBridget`),
      look(1),
    ],
  },
  {
    from: 'Callum Strand <callum@strandfilms.example>',
    subject: 'Day rate for a shoot?',
    begins: on(-9, '09:05'),
    turns: [
      they(
        `Hey team,

We're shooting a short commercial on {date+8} and are looking for a hair stylist on set for one day, 7am to 6pm. Two actors, one of them with a lot of hair. Could you send us an estimate? Budget for hair is £400.

Best
Callum Strand
Strand Films, 07700 900333`,
      ),
      theyAdd(26, `Hey, just bumping this up, we need to lock the crew by the end of the week. Callum`),
      we(
        2,
        `Hello Callum,

Sorry for the wait. Theo would do it for £420, kit included.

Mara
Salon Lumen`,
      ),
      theyAnswer(
        5,
        `Thanks Mara, that's a little over what we have. We went with someone who could do it for 350. Next time!

Callum`,
      ),
      close(15),
    ],
  },
  {
    from: 'Nadia Rahman <nadia.r@kestrelworks.example>',
    subject: 'Price for going blonde',
    begins: on(-6, '12:44'),
    turns: [
      they(
        `Hello! I'm thinking about going from dark brown to a cool blonde. What would that cost roughly, and how many sessions would I need? I don't want to break it all off.

Nadia`,
      ),
      we(
        4,
        `Hello Nadia,

Realistically three sessions over four months, at £165 each, and your hair stays on your head. Come in for a free colour consultation first, so that I can see what we have.

Mara
Salon Lumen`,
      ),
      theyAnswer(
        20,
        `Okay, that sounds sensible. Could I book the colour consultation for {date+1} at 5.30pm, after work?\n\nNadia`,
      ),
    ],
  },
  {
    from: 'Rosalind Peake <rosalind.peake@peakeevents.example>',
    subject: 'Estimate for a company evening',
    begins: on(-2, '15:31'),
    turns: [
      they(
        `Dear Sir or Madam,

For a client's evening event on {date+14} we are looking for a salon that would offer quick updos and blow dries to about 25 guests, on site, between 5 and 7pm. Please let me have your estimate, with the number of stylists you would bring. Our client has set aside £1,800.

Kind regards
Rosalind Peake
Peake Events Ltd
T 020 7946 0341`,
      ),
    ],
  },
]
