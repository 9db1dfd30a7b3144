/**
 * How many decimals a currency has, where they are not two (ISO 4217). A table of our own, because platforms differ:
 * `Intl` of V8 leaves out the decimals of HUF, COP, IDR and a dozen more, which have two in a bank and on an invoice.
 */
const DECIMALS = new Map(
  Object.entries({
    ...{ BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0, VUV: 0 },
    ...{ XAF: 0, XOF: 0, XPF: 0 },
    ...{ BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3 },
    ...{ CLF: 4, UYW: 4 },
  }),
)

/** Two for what is no currency. */
export const decimalsOf = (currency: string): number => DECIMALS.get(currency) ?? 2

/**
 * The codes of ISO 4217 in which people pay, and the Chilean and Uruguayan units of account. Metals, codes for tests
 * and other funds are left out. BGN, which the euro replaced in 2026, stays for corrections of what was billed in it.
 */
const CODES = `
  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP
  CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
  ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
  MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
  SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UYW UZS VED
  VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`

/** Every currency in which an office may count, by its three letters. */
export const currencyCodes = (): string[] => CODES.trim().split(/\s+/)

/** Looked up in the text itself, so that a page that only writes amounts does not load the list. */
export const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code) && CODES.includes(code)
