import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './fonts/inter.css'
import './ui/library.css'
import './ui/tokens.css'
import { queryClient } from './api.ts'
import { keepLibrariesFromEval, shareStyleNonce, styleNonce, trustPlainText } from './page-policy.ts'
import { router } from './router.tsx'
import { cssVariables, theme } from './theme.ts'
import { ToastShelf } from './ui/toast-shelf.tsx'

// Before anything renders: the first style element is already written through the policy.
trustPlainText(window)
shareStyleNonce()
keepLibrariesFromEval()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element with the id "root".')

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <ToastShelf />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
