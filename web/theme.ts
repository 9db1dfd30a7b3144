import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** The accent: the green of an old brass lamp's shade. */
const spruce: MantineColorsTuple = [
  '#eff7f4',
  '#dfece7',
  '#bcd9ce',
  '#95c4b4',
  '#6fae9a',
  '#4d9781',
  '#338069',
  '#1f6b57',
  '#175545',
  '#103f34',
]

const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f5f3f0',
  '#ebe8e3',
  '#dedad4',
  '#cbc6be',
  '#a9a39a',
  '#7d776e',
  '#5c574f',
  '#3a3733',
  '#201e1b',
]

const dark: MantineColorsTuple = [
  '#e9e7e2',
  '#b4b0a8',
  '#99958d',
  '#716d66',
  '#3b3934',
  '#2f2d29',
  '#272522',
  '#1e1d1a',
  '#191816',
  '#131211',
]

const SANS =
  '"Inter Variable", Inter, -apple-system, BlinkMacSystemFont, "Segoe UI Variable Text", "Segoe UI", Roboto, "Open Sans", sans-serif'
const MONO = 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace'

/** How Mantine's parts look here. Colours that Mantine does not know stand in `ui/tokens.css`. */
export const theme = createTheme({
  primaryColor: 'spruce',
  primaryShade: { light: 7, dark: 6 },
  colors: { spruce, gray, dark },
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: { fontFamily: SANS, fontWeight: '600' },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  // By name and not by `extend`, so that the theme does not bring the code of every part into the first chunk.
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 30 } },
    Button: { defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 550 } } },
    Input: { defaultProps: { size: 'sm' } },
    InputWrapper: { styles: { label: { fontWeight: 550, marginBottom: 4 } } },
    Menu: { defaultProps: { shadow: 'md', radius: 'lg', offset: 6 } },
    Modal: {
      defaultProps: {
        ...{ radius: 'lg', centered: true, overlayProps: { backgroundOpacity: 0.35 } },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
    Popover: { defaultProps: { shadow: 'md', radius: 'lg', offset: 6 } },
    Skeleton: { defaultProps: { radius: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, fz: 'xs' } },
  },
})

const ours = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-faint)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-placeholder': 'var(--ink-faint)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-color-error': 'var(--bad-ink)',
}

/** Mantine's own colours, led back to ours in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours })
