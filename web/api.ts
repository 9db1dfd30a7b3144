import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '../worker/trpc/router.ts'
import { isSignedOut, isWorthRetrying } from './problem.ts'

/** How long an answer is shown without asking again; the live socket tells of changes sooner. */
const FRESH_MS = 15_000
const MOST_TRIES = 2
/** Longer addresses are refused by the platform at 16 KB; the batch is split before. */
const LONGEST_URL = 8_000

function leaveWhenSignedOut(error: unknown): void {
  if (!isSignedOut(error)) return
  queryClient.clear()
  const back = encodeURIComponent(location.pathname + location.search)
  location.assign(`/sign-in?back=${back}`)
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: { staleTime: FRESH_MS, retry: (count, error) => count < MOST_TRIES && isWorthRetrying(error) },
  },
})

/** Every procedure as a plain call. */
export const server = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/api/trpc', maxURLLength: LONGEST_URL })],
})

/** Every procedure of the Worker as options for `useQuery`, `useInfiniteQuery` and `useMutation`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: server, queryClient })
