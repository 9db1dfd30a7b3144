/** An IPv6 customer is given a whole network of this many groups of 16 bits, and may change address within it at will. */
const NETWORK_GROUPS = 4
const ALL_GROUPS = 8

/**
 * From where on the network a request comes, as far as limits count it: an IPv4 address, or the /64 of an IPv6 one.
 * Only Cloudflare's own header is believed; a local server has none, and its visitors are one place.
 */
export function placeOf(headers: Headers): string {
  const address = headers.get('cf-connecting-ip')
  if (!address) return 'local'
  return address.includes(':') ? networkOf(address.toLowerCase()) : address
}

function networkOf(address: string): string {
  const [left = '', right = ''] = address.split('::')
  const groupsOf = (part: string) => part.split(':').filter(Boolean)
  const missing = ALL_GROUPS - groupsOf(left).length - groupsOf(right).length
  const zeros = address.includes('::') ? Array.from({ length: Math.max(0, missing) }, () => '0') : []
  const groups = [...groupsOf(left), ...zeros, ...groupsOf(right)]
  return groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
