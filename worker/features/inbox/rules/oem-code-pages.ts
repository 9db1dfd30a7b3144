/** The upper halves of the two DOS code pages that old office programs still write and that no TextDecoder knows. */
const UPPER_HALVES = {
  ibm437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
} as const

export type CodePage = keyof typeof UPPER_HALVES

/** Where the encoding `x-user-defined` puts the bytes from 0x80 on (WHATWG Encoding, section 14.5). */
const USER_DEFINED = /[\uf780-\uf7ff]/g
const USER_DEFINED_START = 0xf780

/** Reads text that was decoded as `x-user-defined`, which keeps every byte apart, as the code page it was written in. */
export const readAs = (codePage: CodePage, text: string) =>
  text.replace(USER_DEFINED, (byte) => UPPER_HALVES[codePage].charAt(byte.charCodeAt(0) - USER_DEFINED_START))
