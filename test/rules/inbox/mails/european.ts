import { base64, type SampleMail, wire, wireLatin1 } from './mail-bytes.ts'

export const europeanMails: SampleMail[] = [
  {
    name: 'a German Outlook reply',
    from: 'anna.muster@firma.example',
    subject: 'AW: Kostenvoranschlag Bad',
    reply: 'Guten Tag Herr Ünal,\n\nwir nehmen das Angebot an.\n\nFreundliche Grüße\nAnna Muster',
    raw: wireLatin1(`
From: =?iso-8859-1?Q?Anna_M=FCster?= <anna.muster@firma.example>
To: buero@klempner.example
Date: Mon, 12 Oct 2026 14:00:00 +0200
Subject: =?iso-8859-1?Q?AW:_Kostenvoranschlag_Bad?=
Message-ID: <de1@firma.example>
Content-Type: text/plain; charset="iso-8859-1"
Content-Transfer-Encoding: 8bit

Guten Tag Herr \u00dcnal,

wir nehmen das Angebot an.

Freundliche Gr\u00fc\u00dfe
Anna Muster

Von: B\u00fcro <buero@klempner.example>
Gesendet: Montag, 12. Oktober 2026 10:00
An: Muster, Anna
Betreff: Kostenvoranschlag Bad

Sehr geehrte Frau Muster,
`),
  },
  {
    name: 'a German Apple Mail reply',
    from: 'kai@example.de',
    subject: 'Re: Termin am Freitag',
    reply: 'Passt, bis Freitag!',
    raw: wire(`
From: Kai <kai@example.de>
To: salon@example.de
Date: Mon, 12 Oct 2026 15:00:00 +0200
Subject: Re: Termin am Freitag
Message-ID: <kai1@example.de>
Content-Type: text/plain; charset=utf-8

Passt, bis Freitag!

Von meinem iPhone gesendet

> Am 12.10.2026 um 14:30 schrieb Salon Schön <salon@example.de>:
>
> Hallo Kai, Freitag 10 Uhr?
`),
  },
  {
    name: 'a Thunderbird reply in German',
    from: 'uli@example.de',
    subject: 'Re: Rechnung 77',
    reply: 'Ist überwiesen.',
    raw: wire(`
From: Uli <uli@example.de>
To: salon@example.de
Date: Mon, 12 Oct 2026 16:00:00 +0200
Subject: Re: Rechnung 77
Message-ID: <uli1@example.de>
Content-Type: text/plain; charset=UTF-8; format=flowed

Am 12.10.26 um 09:00 schrieb Salon:
> Die Rechnung 77 ist noch offen.

Ist überwiesen.
`),
  },
  {
    name: 'a GMX reply whose quotation is not marked',
    from: 'ida@gmx.example',
    subject: 'Aw: Farbe',
    reply: 'Lieber kupfer.',
    raw: wire(`
From: Ida <ida@gmx.example>
To: salon@example.de
Date: Mon, 12 Oct 2026 17:00:00 +0200
Subject: Aw: Farbe
Message-ID: <ida1@gmx.example>
Content-Type: text/plain; charset=UTF-8

Lieber kupfer.

Gesendet: Montag, 12. Oktober 2026 um 16:00 Uhr
Von: "Salon" <salon@example.de>
An: ida@gmx.example
Betreff: Farbe

Hallo Ida, welche Farbe?
`),
  },
  {
    name: 'a French reply',
    from: 'luc@exemple.fr',
    subject: 'Re: Rendez-vous',
    reply: "C'est noté, à mardi.\n\nLuc",
    raw: wire(`
From: Luc Moreau <luc@exemple.fr>
To: cabinet@exemple.fr
Date: Tue, 13 Oct 2026 09:00:00 +0200
Subject: Re: Rendez-vous
Message-ID: <fr1@exemple.fr>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

C'est not=C3=A9, =C3=A0 mardi.

Luc

Le lun. 12 oct. 2026 =C3=A0 18:00, Cabinet <cabinet@exemple.fr> a =C3=A9crit=
 :

> Mardi 9h vous convient-il ?
`),
  },
  {
    name: 'a French Outlook reply from a phone',
    from: 'eva@exemple.fr',
    subject: 'RE: Devis',
    reply: "D'accord pour le devis.",
    raw: wire(`
From: Eva <eva@exemple.fr>
To: artisan@exemple.fr
Date: Tue, 13 Oct 2026 10:00:00 +0200
Subject: RE: Devis
Message-ID: <fr2@exemple.fr>
Content-Type: text/plain; charset=utf-8

D'accord pour le devis.

Envoyé de mon iPhone

De : Artisan <artisan@exemple.fr>
Envoyé : lundi 12 octobre 2026 08:00
À : Eva
Objet : Devis

Voici le devis.
`),
  },
  {
    name: 'a Spanish reply',
    from: 'paco@ejemplo.es',
    subject: 'Re: Cita',
    reply: '¿Puede ser el miércoles?',
    raw: wire(`
From: Paco <paco@ejemplo.es>
To: clinica@ejemplo.es
Date: Wed, 14 Oct 2026 10:00:00 +0200
Subject: Re: Cita
Message-ID: <es1@ejemplo.es>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

${base64('¿Puede ser el miércoles?\r\n\r\nEl mar, 13 oct 2026 a las 9:00, Clínica (<clinica@ejemplo.es>) escribió:\r\n\r\n> Su cita es el martes.\r\n')}
`),
  },
  {
    name: 'a Spanish Outlook reply',
    from: 'sol@ejemplo.es',
    subject: 'RE: Presupuesto',
    reply: 'Aceptado.',
    raw: wire(`
From: Sol <sol@ejemplo.es>
To: pintor@ejemplo.es
Date: Wed, 14 Oct 2026 11:00:00 +0200
Subject: RE: Presupuesto
Message-ID: <es2@ejemplo.es>
Content-Type: text/plain; charset=utf-8

Aceptado.

-----Mensaje original-----
De: Pintor <pintor@ejemplo.es>${' '}
Enviado el: martes, 13 de octubre de 2026 9:00
Para: Sol
Asunto: Presupuesto

Adjunto el presupuesto.
`),
  },
  {
    name: 'an Italian reply',
    from: 'gio@esempio.it',
    subject: 'Re: Preventivo',
    reply: 'Va bene.',
    raw: wire(`
From: Gio <gio@esempio.it>
To: studio@esempio.it
Date: Thu, 15 Oct 2026 11:00:00 +0200
Subject: Re: Preventivo
Message-ID: <it1@esempio.it>
Content-Type: text/plain; charset=utf-8

Va bene.

Il giorno mer 14 ott 2026 alle ore 10:00 Studio <studio@esempio.it> ha
scritto:

> Ecco il preventivo.
`),
  },
  {
    name: 'a Dutch reply',
    from: 'jan@voorbeeld.nl',
    subject: 'Re: Afspraak',
    reply: 'Prima, tot dan.',
    raw: wire(`
From: Jan <jan@voorbeeld.nl>
To: praktijk@voorbeeld.nl
Date: Thu, 15 Oct 2026 12:00:00 +0200
Subject: Re: Afspraak
Message-ID: <nl1@voorbeeld.nl>
Content-Type: text/plain; charset=utf-8

Prima, tot dan.

Op do 15 okt 2026 om 11:00 schreef Praktijk <praktijk@voorbeeld.nl>:

> Maandag om 9 uur?
`),
  },
  {
    name: 'Japanese in ISO-2022-JP under a vendor name',
    from: 'sato@rei.example.jp',
    subject: 'Re: test',
    reply: '日本',
    raw: wire(`
From: sato@rei.example.jp
To: hello@salon.example
Date: Fri, 16 Oct 2026 12:00:00 +0900
Subject: Re: test
Message-ID: <jp1@rei.example.jp>
Content-Type: text/plain; charset=iso-2022-jp-ms

\u001b$BF|K\\\u001b(B
`),
  },
  {
    name: 'DOS letters in code page 850',
    from: 'kasse@alt.example',
    subject: 'Grüße',
    reply: 'Grüße aus Köln',
    raw: wireLatin1(`
From: kasse@alt.example
To: hello@salon.example
Date: Fri, 16 Oct 2026 12:00:00 +0200
Subject: =?cp850?Q?Gr=81=E1e?=
Message-ID: <dos1@alt.example>
Content-Type: text/plain; charset=cp850

Gr\u0081\u00e1e aus K\u0094ln
`),
  },
  {
    name: 'UTF-8 that claims to be Latin-1',
    from: 'form@web.example',
    subject: 'Kontaktformular',
    reply: 'Grüße aus Köln – schöne Woche',
    notes: /claims the charset iso-8859-1; it was read as utf-8/,
    raw: wire(`
From: form@web.example
To: hello@salon.example
Date: Fri, 16 Oct 2026 12:00:00 +0200
Subject: Kontaktformular
Message-ID: <form1@web.example>
Content-Type: text/plain; charset=iso-8859-1

Grüße aus Köln – schöne Woche
`),
  },
  {
    name: 'Latin-1 that claims to be UTF-8, also in its headers',
    from: 'old@web.example',
    subject: 'Grüße',
    reply: 'Grüße aus Köln',
    notes: /claims the charset utf-8; it was read as windows-1252/,
    raw: wireLatin1(`
From: Jürgen <old@web.example>
To: hello@salon.example
Date: Fri, 16 Oct 2026 12:00:00 +0200
Subject: Grüße
Message-ID: <old1@web.example>
Content-Type: text/plain; charset=utf-8

Grüße aus Köln
`),
  },
]
