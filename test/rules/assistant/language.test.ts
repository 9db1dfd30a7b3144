import { describe, expect, test } from 'vitest'
import { languageOf } from '../../../worker/features/assistant/rules/language.ts'

describe('the language of a message', () => {
  test.each([
    ['en', 'Hi, could you fit me in tomorrow please?'],
    ['en', 'Hi, could you ask Frau Müller for my termin at the Hotel de la Paix?'],
    ['de', 'Guten Tag, ich möchte bitte einen Termin für nächste Woche.'],
    ['fr', 'Bonjour, je voudrais prendre un rendez-vous avec vous.'],
    ['es', 'Hola, quisiera pedir una cita para mi hijo, gracias.'],
    ['it', 'Buongiorno, vorrei un appuntamento per mia figlia, grazie.'],
    ['nl', 'Hallo, ik wil graag een afspraak maken voor mijn dochter.'],
    ['pt', 'Bom dia, gostaria de marcar uma consulta, obrigada.'],
    ['pl', 'Dzień dobry, czy mam jeszcze wizytę? Proszę o odpowiedź i dziękuję.'],
    ['ja', '予約をお願いします'],
    ['zh', '我想预约'],
    ['ru', 'Здравствуйте, хочу записаться'],
    ['ar', 'مرحبا أريد حجز موعد'],
    ['und', 'ok'],
    ['und', ''],
    ['und', '12345 !!!'],
  ])('is %s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language)
  })

  test.each([
    'Tutoring: no this wk, yes next wk, no wk after',
    'Compare van insurance. Tradesmen save most. Quote in 3 mins.',
    'Openings in oral surgery?',
  ])('of a short English note is no other: %s', (text) => {
    expect(['en', 'und']).toContain(languageOf(text))
  })
})
