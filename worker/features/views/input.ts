import { z } from 'zod'
import { LISTED, View } from './rules/view.ts'

const NAME_LENGTH = 60
const SEARCH_LENGTH = 100
const name = z.string().trim().min(1, 'A view needs a name.').max(NAME_LENGTH)
const viewId = z.string().meta({ ref: 'views' })
const record = z.enum(LISTED)

export const ListViews = z.object({ record })
export const ViewShown = z.object({ id: z.string(), name: z.string(), isShared: z.boolean(), view: View })
export const SaveView = z.object({ record, name, isShared: z.boolean(), view: View })
/** A view stays with the list that it was made for. */
export const ChangeView = SaveView.omit({ record: true }).extend({ id: viewId })
export const ViewId = z.object({ id: viewId })
export const ViewStep = z.object({ actId: z.string(), title: z.string(), id: z.string() })

/** A list as a view wants it, narrowed by what was typed into its search field. */
export const CountList = z.object({ text: z.string().trim().max(SEARCH_LENGTH).default(''), view: View })
const key = z.union([z.string(), z.number()]).nullable()
/** A page of a list; `id` is the kind of id that its rows have. */
export const listInput = (id: z.ZodString) => CountList.extend({ cursor: z.object({ key, id }).nullish() })
export type ReadList = z.infer<ReturnType<typeof listInput>>
/** A page as it is answered: its rows, and where the next begins. */
export const listPage = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.object({ key, id: z.string() }).nullable() })

const VALUE_LENGTH = 4000
/** What is written into one column of many records, as it was typed. */
export const bulkValue = <Column extends z.ZodType<string>>(column: Column) =>
  z.object({ kind: z.literal('value'), column, typed: z.string().max(VALUE_LENGTH).nullable() })
export const BULK_DISCARD = z.object({ kind: z.literal('discard') })

const MOST_CHOSEN = 1000
/** One change of many records: of those with these ids, or of all that a view finds. */
export const bulkInput = <Change extends z.ZodType>(id: z.ZodString, change: Change) =>
  z.union([
    z.object({
      ids: z
        .array(id)
        .min(1, 'Nothing is chosen.')
        .max(MOST_CHOSEN, `At most ${MOST_CHOSEN} can be chosen one by one. Choose all that the view finds instead.`),
      change,
    }),
    z.object({ all: CountList, change }),
  ])
/** Without an id where nothing had to be done; `total` is set where it goes on piece by piece. */
export const BulkStep = z.object({ actId: z.string().nullable(), title: z.string(), total: z.number().nullable() })
