import { trpc } from '../../api.ts'

/** The suggestions that wait, newest first: asked for once, for the list and for the number in the sidebar. */
export const reviewOptions = () =>
  trpc.assistant.review.infiniteQueryOptions({}, { getNextPageParam: ({ next }) => next })
