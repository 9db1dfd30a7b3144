/**
 * Everyday words for the same idea, so that "postpone" teaches what "push back" means. A few hundred sentences hold too
 * few words to learn this from; the weights of the ideas are learnt like any other.
 */
const WORDS_OF: Readonly<Record<string, string>> = {
  weekday:
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat mondays tuesdays wednesdays thursdays fridays saturdays sundays',
  month:
    'january february march april june july august september october november december jan feb apr jun jul aug sept sep oct nov dec',
  daytime:
    'today tomorrow tmrw tmw tomoz tonight yesterday weekend fortnight morning afternoon evening noon lunchtime arvo am pm midday mornings afternoons evenings',
  visit:
    'book booking booked appointment appointments appt slot slots squeeze fit availability available free schedule consultation consult checkup session visit seen opening openings',
  cancelling: 'cancel cancelled cancelling canceled cancellation cancelation scrap',
  moving:
    'reschedule rescheduled rescheduling move moved moving push postpone postponed swap switch change instead delay later earlier rearrange shift',
  unable: "can't cannot cant won't wont unable sorry apologies unfortunately",
  price:
    'quote quotes quotation estimate estimates price prices pricing cost costs rate rates fee fees ballpark budget rough tender',
  wanting: 'looking interested considering planning hoping need needs want wanting after',
  paying:
    'invoice invoices inv bill bills billed billing paid pay paying payment payments receipt receipts refund transfer transferred overdue balance debit statement charged charge remittance deposit owe owed owing outstanding instalment vat iban',
  unhappy:
    'disappointed disappointing unhappy unacceptable disgusted disgusting rude worst terrible awful appalling appalled ruined damaged wrong poor shoddy botched mess disgrace complaint complain complaining dissatisfied furious angry upset annoyed ridiculous shocking useless careless sloppy unprofessional ignored fobbed crooked nobody joke',
  repeated: 'still again twice already supposed promised told said second third',
  broken:
    'broke broken leak leaks leaking leaked scratched scratch stain stained crack cracked fell uneven dripping noise',
  working:
    'cv resume résumé vacancy vacancies hiring hire apply applying applied application position role apprentice apprenticeship job jobs qualified experience experienced references interview trainee internship intern placement career candidate employ employment employed receptionist shifts',
  selling:
    'boost grow growth seo ranking rankings google demo partner partnership partnering solution solutions platform software supplier suppliers wholesale catalogue discount outreach leads revenue conversion agency roi marketing campaign brochure clients businesses website traffic commission samples distributor',
  publishing:
    'newsletter unsubscribe subscribed subscriber subscribers subscription browser issue edition digest webinar preferences roundup update updates bulletin monthly weekly members readers read article articles event',
  luring:
    'winner won prize lottery claim beneficiary inheritance bitcoin crypto verify verification suspended password click pills viagra casino loan loans million investment guaranteed congratulations expire expires mailbox unlock wallet profit profits trading parcel customs selected',
  thanking: 'thanks thank thx cheers perfect lovely great grand brilliant noted received ok okay fine ta',
  asking: 'is are do does can could should will would what when where which how who',
}

const CONCEPTS: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS_OF).flatMap(([concept, words]) => words.split(' ').map((word) => [word, concept] as const)),
)

/** The ideas that words of a message stand for, in their order; words that stand for none are left out. */
export const conceptsIn = (words: readonly string[]): string[] =>
  words.flatMap((word) => {
    const concept = CONCEPTS.get(word)
    return concept ? [concept] : []
  })
